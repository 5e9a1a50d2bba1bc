"""The ledger: it only grows, both sides of it balance, and it says what needs a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import Currency, Money
from safeconduct.compensation.frozen import FrozenStatement, freeze, read_frozen
from safeconduct.compensation.ledger import Account, Ledger, Posting, PostingKind, ledger_findings
from safeconduct.compensation.postings import posted_by_both, postings_of, read_postings
from tests.compensation.inputs import counted, rows, statement
from tests.compensation.table import cases
from tests.compensation.terms import item, terms

USD = Currency("USD", 2)
ROWS = cases("ledger")


def ledger(text: str) -> Ledger:
    found = read_postings(rows("on,kind,amount,reference\n" + text.replace(" ", ",")), USD)
    assert found.refused == ()
    return Ledger(USD).post(*found.made)


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_what_stands_on_each_account(row: dict[str, object]) -> None:
    found = ledger(str(row["postings"]))
    standing = {account.value: str(found.balance(account)) for account in Account}
    assert {name: amount for name, amount in standing.items() if amount != "0.00"} == row["stands"]
    assert [finding.code for finding in ledger_findings(found)] == [
        f"compensation.ledger-{code}"
        for code in row.get("finds", [])  # type: ignore[attr-defined]
    ]


postings = st.lists(
    st.builds(
        Posting,
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.sampled_from(PostingKind),
        st.integers(0, 10**9).map(lambda cents: Money(Decimal(cents).scaleb(-2), USD)),
        st.text(max_size=3),
    ),
    max_size=12,
)


@given(postings)
@settings(max_examples=200, deadline=None)
def test_both_sides_balance_after_every_posting(made: list[Posting]) -> None:
    found = Ledger(USD).post(*made)
    left = [Account.CHARGED, Account.AHEAD, Account.GRANTED]
    right = [Account.DUE, Account.DISPUTED, Account.PAID]
    assert sum((found.balance(one) for one in left), USD.zero()) == sum(
        (found.balance(one) for one in right), USD.zero()
    )


@given(postings, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
@settings(max_examples=50, deadline=None)
def test_posting_adds_at_the_end_and_changes_nothing_before(made: list[Posting], day: date) -> None:
    before = Ledger(USD).post(*made)
    after = before.post(Posting(day, PostingKind.PAYMENT, USD.zero(), "x"))
    assert after.postings[:-1] == before.postings
    assert before == Ledger(USD).post(*made)
    assert all(posting.on <= day for posting in before.until(day).postings)


def test_no_posting_is_in_another_currency_or_below_zero() -> None:
    euros = Posting(date(2026, 1, 1), PostingKind.PAYMENT, Currency("EUR", 2).zero(), "x")
    with pytest.raises(ValueError, match="EUR and USD do not add"):
        Ledger(USD).post(euros)
    below = Posting(date(2026, 1, 1), PostingKind.PAYMENT, Money(Decimal(-1), USD), "x")
    with pytest.raises(ValueError, match="below zero"):
        Ledger(USD).post(below)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("2026-01-05,gift,5.00,x,USD", "kind", "unknown-posting"),
        ("2026-01-05,payment,-5.00,x,USD", "amount", "posting-amount"),
        ("2026-01-05,payment,5.001,x,USD", "amount", "posting-amount"),
        ("2026-01-05,payment,5.00,x,EUR", "currency", "posting-in-another-currency"),
        ("2026-01-05,payment,5.00,,USD", "reference", "cell-empty"),
        ("5 Jan,payment,5.00,x,USD", "on", "no-day"),
    ],
)
def test_a_row_that_cannot_be_posted_is_refused_and_listed(
    row: str, column: str, code: str
) -> None:
    found = read_postings(rows(f"on,kind,amount,reference,currency\n{row}", "paid.csv"), USD)
    assert found.made == ()
    (finding,) = found.refused
    assert finding.code == f"compensation.{code}"
    assert str(finding.location) == f"paid.csv:2:{column}"


PREPAID = terms(
    item("per-diem", "62.03")
    + item(
        "prepaid",
        "6000.00",
        id_="ahead",
        more='due_on: 2026-01-15\ndrawn_per_bed_day: "62.03"',
    )
)


def issued(bookings: str, on: int, agreement: Agreement, corrects: str = "") -> FrozenStatement:
    with counted(agreement, bookings, "2026-01") as counts:
        found = statement(agreement, "2026-01", counts=counts)
    return read_frozen(freeze(found, date(2026, 2, on), corrects))


def test_a_statement_posts_its_lines_and_what_days_draw_from_a_sum_paid_ahead() -> None:
    one = issued("b1 jail 2026-01-02 2026-01-12", 3, PREPAID)
    found = Ledger(USD).post(*postings_of([one]).made)
    assert str(found.total(PostingKind.STATEMENT)) == "620.30"
    assert str(found.total(PostingKind.PREPAID)) == "6000.00"
    assert str(found.total(PostingKind.DRAW)) == "620.30"
    assert str(found.balance(Account.AHEAD)) == "5379.70"


def test_a_correction_is_posted_by_its_notes_so_that_nothing_is_charged_twice() -> None:
    first = issued("b1 jail 2026-01-02 2026-01-12", 3, PREPAID)
    second = issued("b1 jail 2026-01-02 2026-01-11", 9, PREPAID, first.digest)
    found = Ledger(USD).post(*postings_of([second, first]).made)
    assert str(found.total(PostingKind.CREDIT_NOTE)) == "62.03"
    assert str(found.total(PostingKind.STATEMENT)) == "620.30"
    assert str(found.total(PostingKind.DRAW)) == "558.27"  # of the last version alone


def test_a_correction_without_what_it_corrects_is_not_posted() -> None:
    second = issued("b1 jail 2026-01-02 2026-01-11", 9, terms(item("per-diem")), "sha256:gone")
    found = postings_of([second])
    assert found.made == ()
    assert [one.code for one in found.refused] == ["compensation.corrected-statement-missing"]


def test_two_statements_of_the_same_days_are_told() -> None:
    first = issued("b1 jail 2026-01-02 2026-01-12", 3, PREPAID)
    another = issued("b1 jail 2026-01-02 2026-01-11", 9, PREPAID)
    (finding,) = postings_of([another, first]).findings
    assert finding.code == "compensation.ledger-charged-twice"
    assert finding.message.parameters == {
        "span": "2026-01-01..2026-01-31",
        "earlier": first.digest,
        "later": another.digest,
    }


def test_two_corrections_of_one_statement_are_told() -> None:
    first = issued("b1 jail 2026-01-02 2026-01-12", 3, PREPAID)
    forks = [
        issued(f"b1 jail 2026-01-02 2026-01-{day}", 9, PREPAID, first.digest) for day in (10, 11)
    ]
    assert len(postings_of([first, *forks]).findings) == 1
    assert postings_of([first, forks[0]]).findings == ()


GRANT = item(
    "grant",
    "6000.00",
    more="""granted_on: 2026-01-10
conditions: [{id: report, text: {en: A report, es: Un informe}, clause: "2"}]""",
)
BY_HAND = [
    ("the same sum under a number of its own", "2026-01-31 grant 6000.00 wire-3", 1),
    ("another sum on the same day", "2026-02-03 grant 10.00 wire-3", 1),
    ("another grant on another day", "2026-05-01 grant 10.00 wire-3", 0),
    ("another kind of the same sum", "2026-02-03 payment 6000.00 wire-3", 0),
]


@pytest.mark.parametrize(("_what", "posting", "told"), BY_HAND, ids=[one[0] for one in BY_HAND])
def test_what_a_statement_posts_is_told_where_a_file_posts_it_too(
    _what: str, posting: str, told: int
) -> None:
    frozen = issued("b1 jail 2026-01-02 2026-01-12", 3, terms(GRANT))
    of_file = read_postings(rows(f"on,kind,amount,reference\n{posting.replace(' ', ',')}"), USD)
    found = posted_by_both(postings_of([frozen]).made, of_file.made)
    assert [one.code for one in found] == ["compensation.ledger-posted-by-both"] * told
