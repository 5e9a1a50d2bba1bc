"""What was charged, disputed, corrected and paid. Amounts are whole numbers of minor units."""

from __future__ import annotations

from safeconduct.facts.columns import code, count, day, happened_at, key, needed, ref, words
from safeconduct.facts.kinds import Personal, Unit
from safeconduct.facts.table import Column, RecordedTable, Subject


def _amount(name: str) -> Column:
    return count(name, Unit.MINOR_UNITS, "ETS 112 17")


def _currency() -> Column:
    return words("currency", "ETS 112 17", Personal.NO)


STATEMENTS = RecordedTable(
    "statements",
    Subject.FRAME,
    (
        key("statement", "ETS 112 17"),
        code("state", ("issued", "disputed", "settled", "paid"), "ETS 112 17", Personal.NO),
        day("period_from", "ETS 112 17", Personal.NO),
        day("period_until", "ETS 112 17", Personal.NO),
        _amount("total"),
        _currency(),
        words("frozen", "Mandela 6", Personal.NO),
        words("sha256", "Mandela 6", Personal.NO),
        ref("issued_by", "offices", "ETS 112 17"),
        happened_at("issued_at", "ETS 112 17", Personal.NO),
        day("due_on", "ETS 112 17", Personal.NO),
    ),
    key="statement",
)

DISPUTES = RecordedTable(
    "disputes",
    Subject.FRAME,
    (
        key("dispute", "ETS 112 17"),
        needed(ref("statement", "statements", "ETS 112 17")),
        code("state", ("open", "upheld", "rejected", "withdrawn"), "ETS 112 17", Personal.NO),
        ref("booking", "bookings", "ETS 112 17"),
        code(
            "ground",
            ("days", "price", "person-not-held", "unregistered-days", "past-lawful-end", "other"),
            "ETS 112 17",
            Personal.NO,
        ),
        _amount("amount"),
        _currency(),
        words("says", "ETS 112 17", Personal.PERSONAL),
        happened_at("disputed_at", "ETS 112 17", Personal.NO),
    ),
    key="dispute",
)

CREDITS = RecordedTable(
    "credits",
    Subject.FRAME,
    (
        key("credit", "ETS 112 17"),
        needed(ref("statement", "statements", "ETS 112 17")),
        code("kind", ("credit-note", "debit-note"), "ETS 112 17", Personal.NO),
        ref("dispute", "disputes", "ETS 112 17"),
        _amount("amount"),
        _currency(),
        words("frozen", "Mandela 6", Personal.NO),
        words("sha256", "Mandela 6", Personal.NO),
        happened_at("issued_at", "ETS 112 17", Personal.NO),
    ),
    key="credit",
)

PAYMENTS = RecordedTable(
    "payments",
    Subject.FRAME,
    (
        key("payment", "ETS 112 17"),
        ref("statement", "statements", "ETS 112 17"),
        _amount("amount"),
        _currency(),
        words("reference", "ETS 112 17", Personal.NO),
        happened_at("paid_at", "ETS 112 17", Personal.NO),
    ),
    key="payment",
)

ADVANCES = RecordedTable(
    "advances",
    Subject.FRAME,
    (
        key("advance", "ETS 112 17"),
        _amount("amount"),
        _currency(),
        words("purpose", "ETS 112 17", Personal.NO),
        words("reference", "ETS 112 17", Personal.NO),
        happened_at("paid_at", "ETS 112 17", Personal.NO),
    ),
    key="advance",
)

GRANT_REPORTS = RecordedTable(
    "grant_reports",
    Subject.FRAME,
    (
        key("grant_report", "ETS 112 17"),
        ref("advance", "advances", "ETS 112 17"),
        day("period_from", "ETS 112 17", Personal.NO),
        day("period_until", "ETS 112 17", Personal.NO),
        _amount("spent"),
        _currency(),
        words("says", "ETS 112 17", Personal.NO),
        words("sha256", "Mandela 6", Personal.NO),
        happened_at("reported_at", "ETS 112 17", Personal.NO),
    ),
    key="grant_report",
)
