"""Laws that hold for any two books, however wrong they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Agreement, DayCountRule
from safeconduct.basics import BookingId, Period, PlaceId, read_period
from safeconduct.compensation import Indices
from safeconduct.compensation.priced import priced_items
from safeconduct.custody import Absence, Booking, Counting, Moment
from safeconduct.custody.one_booking import absent_days, counted_days
from safeconduct.reconciliation import Side, require_sum
from safeconduct.reconciliation.agreed import counting_of, terms_of
from safeconduct.reconciliation.comparing import compare
from safeconduct.reconciliation.days import counted, number
from safeconduct.reconciliation.differing import claim_of
from safeconduct.reconciliation.entry import Entry, Stay
from safeconduct.reconciliation.terms import Terms
from tests.reconciliation.books import COLUMNS, TARIFFS, Row, agreement, reconciled

FIRST = date(2025, 3, 1)
DAYS = st.integers(0, 30).map(lambda number: FIRST + timedelta(days=number))
RULES = [rule.value for rule in DayCountRule if rule is not DayCountRule.ELAPSED_24H]
PERIODS = [None, read_period("2025-03"), read_period("2025-03-10..2025-03-20")]
LINEAR = [name for name in TARIFFS if "first two" not in name and "guaranteed" not in name]


def moments(days: st.SearchStrategy[date]) -> st.SearchStrategy[Moment]:
    return days.map(Moment)


@st.composite
def entries(draw: st.DrawFn, side: Side) -> list[Entry]:
    """A book in which anything can be wrong."""
    book = []
    for line in range(2, 2 + draw(st.integers(0, 6))):
        arrived = draw(st.none() | moments(DAYS) | moments(DAYS))
        departed = draw(st.none() | moments(DAYS) | moments(DAYS))
        away = draw(st.lists(st.tuples(DAYS, st.none() | st.integers(0, 5)), max_size=2))
        stay = Stay(
            arrived,
            departed,
            is_open=departed is None and draw(st.booleans()),
            absences=tuple(
                Absence(left, None if n is None else left + timedelta(days=n)) for left, n in away
            ),
        )
        book.append(
            Entry(
                side,
                line,
                booking=draw(st.sampled_from(["", "B1", "B2", "B3", "b-1", "X9"])),
                person=draw(st.sampled_from(["", "P1", "P2", "P-0001", "p1", "P1034", "P1043"])),
                place=draw(st.sampled_from(["", "jail", "annex"])),
                stay=stay,
                stated_days=draw(st.none() | st.integers(0, 40)),
                stated_amount=draw(
                    st.none() | st.integers(0, 300_000).map(lambda n: Decimal(n) / 100)
                ),
                arrived_as=arrived.day.isoformat() if arrived else "",
                departed_as=departed.day.isoformat() if departed else "",
            )
        )
    return book


def terms(tariff: str, rule: str, window: Period | None) -> Terms:
    whole: Agreement = agreement(tariff, rule)
    assert whole.tariff is not None
    year = Period(date(2025, 1, 1), date(2026, 1, 1))
    items = priced_items(whole.tariff, Indices(), year)
    return terms_of(whole, counting_of(whole, window), items, year)


TERMS = st.builds(terms, st.sampled_from(LINEAR), st.sampled_from(RULES), st.sampled_from(PERIODS))
BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def claimed(book: list[Entry], found: Terms) -> tuple[int, Fraction]:
    claims = [claim_of(entry, found) for entry in book]
    return sum(one.days for one in claims), sum((one.exact for one in claims), Fraction(0))


@BOUNDED
@given(entries(Side.OURS), entries(Side.THEIRS), TERMS)
def test_the_differences_add_up_to_theirs_less_ours(
    ours: list[Entry], theirs: list[Entry], found: Terms
) -> None:
    steps = [one.step for one in compare(ours, theirs, (), found).booked]
    mine, other = claimed(ours, found), claimed(theirs, found)
    assert sum(step.days for step in steps) == other[0] - mine[0]
    assert sum((step.exact for step in steps), Fraction(0)) == other[1] - mine[1]


@BOUNDED
@given(entries(Side.OURS), entries(Side.THEIRS), TERMS, st.randoms())
def test_the_order_of_rows_never_matters(
    ours: list[Entry], theirs: list[Entry], found: Terms, random: st.DataObject
) -> None:
    before = compare(ours, theirs, (), found)
    shuffled = [list(ours), list(theirs)]
    for book in shuffled:
        random.shuffle(book)  # type: ignore[attr-defined]
    after = compare(shuffled[0], shuffled[1], (), found)
    assert set(after.booked) == set(before.booked)
    assert set(after.groups) == set(before.groups)


@BOUNDED
@given(entries(Side.OURS), TERMS)
def test_a_book_against_itself_gives_nothing(ours: list[Entry], found: Terms) -> None:
    twin = [replace(entry, side=Side.THEIRS) for entry in ours]
    assert compare(ours, twin, (), found).booked == ()


@BOUNDED
@given(entries(Side.OURS), entries(Side.THEIRS), TERMS)
def test_every_entry_is_in_one_group(ours: list[Entry], theirs: list[Entry], found: Terms) -> None:
    groups = compare(ours, theirs, (), found).groups
    assert sorted(one.line for group in groups for one in group.ours) == [e.line for e in ours]
    assert sorted(one.line for group in groups for one in group.theirs) == [e.line for e in theirs]


WRITTEN_DAYS = DAYS.map(date.isoformat) | st.sampled_from(["", "2025-02-30", "soon"])


@st.composite
def books(draw: st.DrawFn) -> list[Row]:
    """A book as text, with whatever people leave in files."""
    return [
        Row(
            draw(st.sampled_from(["", "B1", "B2", "B3", "Total"])),
            draw(st.sampled_from(["", "P1", "P2", "unknown"])),
            draw(st.sampled_from(["", "jail", "annex", "elsewhere"])),
            draw(WRITTEN_DAYS),
            draw(WRITTEN_DAYS),
            draw(st.sampled_from(["", "", "5", "31", "many"])),
            draw(st.sampled_from(["", "", "250.00", "33.34", "12.345"])),
        )
        for _ in range(draw(st.integers(0, 5)))
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    books(),
    books(),
    st.sampled_from(LINEAR),
    st.sampled_from(RULES),
    st.sampled_from(PERIODS),
)
def test_from_files_the_law_holds_and_nothing_is_ignored(
    ours: list[Row], theirs: list[Row], tariff: str, rule: str, period: Period | None
) -> None:
    result = reconciled(ours, theirs, terms=agreement(tariff, rule), period=period)
    require_sum(result)
    rows = sum(1 for book in (ours, theirs) for _ in book)
    blank = sum(1 for book in (ours, theirs) for row in book if not any(vars_of(row)))
    counted = result.ours.totals.bookings + result.theirs.totals.bookings
    assert counted + len(result.set_aside) == rows, blank


def vars_of(row: Row) -> list[str]:
    return [getattr(row, column) for column in COLUMNS]


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=60, deadline=None)
@given(stay=entries(Side.OURS))
def test_days_by_subtraction_are_the_days_that_custody_walks(rule: str, stay: list[Entry]) -> None:
    counting = Counting(DayCountRule(rule), 1, read_period("2025-03-05..2025-03-25"))
    for entry in stay:
        one = entry.stay
        if one.arrived is None or one.is_backwards or (one.departed is None and not one.is_open):
            assert counted(one, counting) == ()
            continue
        booking = Booking(BookingId("B"), PlaceId("jail"), one.arrived, one.departed, one.absences)
        away = absent_days(booking, counting)
        walked = [day for day in counted_days(booking, counting) if day not in away]
        assert number(counted(one, counting)) == len(walked)
