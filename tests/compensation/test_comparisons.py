"""Figures beside a statement that are not owed, and days that somebody disputes."""

from __future__ import annotations

from contextlib import ExitStack
from fractions import Fraction

import pytest

from safeconduct.agreement.library import load
from safeconduct.basics import ENGLISH, render
from safeconduct.compensation.billing import Inputs, bill
from safeconduct.compensation.flags import read_flags
from safeconduct.compensation.statement import Statement
from tests.compensation.inputs import counted, period, spaced, statement
from tests.compensation.terms import item, terms


def beside(found: Statement) -> list[tuple[str, int | None, str | None]]:
    return [
        (one.why.code.removeprefix("compensation."), one.bed_days, str(one.amount or "") or None)
        for one in found.comparisons
    ]


@pytest.mark.parametrize(
    ("arrived", "days", "amount"),
    [("2025-03-15", 125, "1630136.99"), ("2025-03-16", 124, "1617095.89")],
)
def test_a_grant_is_compared_with_the_days_used_and_stays_what_was_granted(
    arrived: str, days: int, amount: str
) -> None:
    """The hour of handover is in no public source, so that both days of arrival are worked out."""
    agreement = load("us-sv-2025")
    (place,) = agreement.places
    held = "\n".join(f"b{n} {place.id} {arrived} 2025-07-18" for n in range(238))
    with counted(agreement, held, "2025") as counts:
        found = statement(agreement, "2025", counts=counts)
    assert str(found.total) == "4760000.00"
    assert beside(found) == [
        ("grant-own-arithmetic", None, "4760000.00"),
        ("grant-pro-rata", 238 * days, amount),
        ("no-refund-clause", None, None),
    ]
    exact = Fraction(238 * 20000 * days, 365)
    assert abs(Fraction(amount) - exact) <= Fraction(1, 200)


def test_a_sum_paid_ahead_says_what_days_draw() -> None:
    drawn = terms(item("prepaid", "6000.00", more='due_on: 2026-03-15\ndrawn_per_bed_day: "50.00"'))
    silent = terms(item("prepaid", "6000.00", more="due_on: 2026-03-15"))
    for agreement, expected in (
        (drawn, ("prepaid-drawn", 3, "150.00")),
        (silent, ("prepaid-draw-not-stated", 3, None)),
    ):
        with counted(agreement, "b1 jail 2026-01-02 2026-01-05", "2026-01") as counts:
            found = statement(agreement, "2026-01", counts=counts)
        assert beside(found) == [expected]
        assert found.lines == ()


FLAGGED = """
b1 2026-01-03 2026-01-04 disputed court
b1 2026-01-07 2026-01-07 disputed court
b2 2026-01-01 2026-03-31 unregistered order
b9 2026-01-01 2026-01-31 disputed nobody
b1 2026-02-01 2026-02-02 disputed later
"""


def flagged_statement() -> Statement:
    agreement = terms(item("per-diem"))
    flags = read_flags(spaced("booking from to kind why", FLAGGED))
    with ExitStack() as stack:
        counts = stack.enter_context(
            counted(agreement, "b1 jail 2026-01-02 2026-01-12\nb2 jail 2026-01-30", "2026-01")
        )
        return bill(agreement, period("2026-01"), Inputs(counts=counts, flags=flags))


def test_flagged_days_are_billed_and_flagged() -> None:
    found = flagged_statement()
    assert found.days == 12
    assert str(found.total) == "744.36"
    assert [(one.booking, one.kind, one.bed_days, one.why) for one in found.flagged] == [
        ("b1", "disputed", 2, "court"),
        ("b1", "disputed", 1, "court"),
        ("b2", "unregistered", 2, "order"),
        ("b9", "disputed", 0, "nobody"),
    ]


def test_the_statement_says_that_the_tariff_has_no_rule_for_them() -> None:
    disputed, unregistered, without_days = (
        render(finding.message, ENGLISH) for finding in flagged_statement().findings
    )
    no_rule = "they are billed, and flagged until both sides settle them."
    assert disputed == (
        "3 bed-day(s) of 1 booking(s) are disputed. "
        f"The tariff has no rule for disputed days: {no_rule}"
    )
    assert unregistered == (
        "For 2 bed-day(s) of 1 booking(s) no order is registered. "
        f"The tariff has no rule for such days: {no_rule}"
    )
    assert without_days == (
        "The flag on b9 for 2026-01-01..2026-01-31 meets no bed-day of the register in this period."
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("b1 2026-01-03 2026-01-01 disputed x", "ends-before-it-begins"),
        ("b1 2026-01-03 2026-01-04 suspicious x", "unknown-flag"),
        ("b1 2026-01-03 soon disputed x", "no-day"),
    ],
)
def test_a_flag_that_cannot_be_read_is_refused(row: str, code: str) -> None:
    found = read_flags(spaced("booking from to kind why", row))
    assert found.raised == ()
    assert [finding.code for finding in found.refused] == [f"compensation.{code}"]


def test_no_day_is_flagged_twice() -> None:
    found = read_flags(
        spaced(
            "booking from to kind why",
            "b1 2026-01-03 2026-01-05 disputed x\nb1 2026-01-05 2026-01-06 disputed y\n"
            "b1 2026-01-05 2026-01-06 unregistered z\nb2 2026-01-05 2026-01-06 disputed z",
        )
    )
    assert [flag.why for flag in found.raised] == ["x", "z", "z"]
    (finding,) = found.refused
    assert (finding.code, finding.location.line) == ("compensation.flagged-above", 3)
