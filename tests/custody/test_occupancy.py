"""Occupancy by place and month, against what is guaranteed and what a place holds."""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import Period, PlaceId
from safeconduct.custody import (
    MonthOccupancy,
    NamedPlace,
    Register,
    counted_population,
    occupancy,
    propose_names,
    take_in_limits,
    take_in_population,
    unmatched,
)
from safeconduct.engine import session
from tests.custody.book import Book, booking, counted, write

PopulationRow = tuple[str, str, str]
LimitRow = tuple[str, str, str]


def months(
    population: list[PopulationRow], limits: list[LimitRow]
) -> tuple[list[MonthOccupancy], Register, Register]:
    """Months, and the two registers, of what files say."""
    with session() as connection:
        people = take_in_population(
            connection, write(connection, "people", "place day held", population), "held"
        )
        stated = take_in_limits(
            connection,
            write(connection, "stated", "facility guaranteed_minimum capacity", limits),
        )
        found = occupancy(connection, people.relation, stated.relation)
        return list(found), people, stated


def test_a_month_against_its_guarantee_and_its_capacity() -> None:
    days = [("P1", f"2025-01-{day:02}", str(held)) for day, held in enumerate((8, 10, 13), start=1)]
    (month,), _, _ = months(days, [("P1", "10", "12")])
    assert month == MonthOccupancy(
        place=PlaceId("P1"),
        month=date(2025, 1, 1),
        known_days=3,
        bed_days=31,
        peak=13,
        guaranteed_minimum=10,
        days_below=1,
        unused_bed_days=2,
        capacity=12,
        days_above=1,
    )
    assert month.average == Decimal("10.33")


def test_what_is_not_stated_is_not_held_against_anything() -> None:
    (month,), _, _ = months([("P1", "2025-01-01", "3")], [("P1", "", "5")])
    assert (month.guaranteed_minimum, month.days_below, month.unused_bed_days) == (None, 0, 0)
    assert months([("P1", "2025-01-01", "3")], [("P1", "", "")])[0] == []


def test_a_day_without_a_number_is_not_known() -> None:
    (month,), _, _ = months([("P1", "2025-01-31", "3")], [("P1", "5", "")])
    assert (month.known_days, month.unused_bed_days) == (1, 2)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (("", "2025-01-01", "3"), "place", "place-missing"),
        (("P1", "2025-02-30", "3"), "day", "moment-impossible"),
        (("P1", "soon", "3"), "day", "moment-unreadable"),
        (("P1", "", "3"), "day", "population-not-a-day"),
        (("P1", "2025-01-01T10:00", "3"), "day", "population-not-a-day"),
        (("P1", "2025-01-01", ""), "held", "population-not-a-number"),
        (("P1", "2025-01-01", "-1"), "held", "population-not-a-number"),
        (("P1", "2025-01-01", "3.5"), "held", "population-not-a-number"),
        (("P1", "2025-01-01", "9" * 30), "held", "population-not-a-number"),
        (("P1", "2025-01-09", "3"), "day", "population-twice"),
    ],
)
def test_a_row_of_a_population_is_refused_for_its_reason(
    row: PopulationRow, column: str, reason: str
) -> None:
    found, people, _ = months([("P1", "2025-01-09", "7"), row], [("P1", "9", "")])
    (refused,) = people.refused
    assert (refused.line, refused.column) == (3, column)
    assert refused.message.code == f"custody.{reason}"
    assert [month.bed_days for month in found] == [7]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (("", "5", ""), "place", "place-missing"),
        (("P2", "many", ""), "guaranteed_minimum", "limit-not-a-number"),
        (("P2", "", "12.5"), "capacity", "limit-not-a-number"),
        (("P1", "6", ""), "place", "limit-twice"),
    ],
)
def test_a_row_of_limits_is_refused_for_its_reason(row: LimitRow, column: str, reason: str) -> None:
    _, _, stated = months([("P1", "2025-01-09", "7")], [("P1", "9", ""), row])
    (refused,) = stated.refused
    assert (refused.line, refused.column) == (3, column)
    assert refused.message.code == f"custody.{reason}"


def test_bookings_are_a_population_with_nobody_on_the_days_between() -> None:
    book = Book([booking("2025-01-02", "2025-01-04"), booking("2025-01-03", "2025-01-05", "B2")])
    with counted(book) as counts:
        relation = counted_population(counts, Period(date(2025, 1, 1), date(2025, 1, 6)))
        rows = counts.connection.execute(f"SELECT held FROM {relation} ORDER BY day").fetchall()
        assert [held for (held,) in rows] == [0, 1, 2, 1, 0]


def test_what_finds_no_partner_is_named() -> None:
    with session() as connection:
        people = take_in_population(
            connection,
            write(connection, "people", "place day held", [("P1", "2025-01-01", "1")]),
            "held",
        )
        rows = [("P2", "5"), ("P3", "")]
        stated = take_in_limits(
            connection, write(connection, "stated", "place guaranteed_minimum", rows)
        )
        assert unmatched(connection, people.relation, stated.relation) == (["P1"], ["P2"])


numbers = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30)), max_size=40)


@settings(max_examples=25, deadline=None)
@given(numbers, st.integers(0, 30))
def test_the_sums_are_those_of_a_loop_over_days(
    held: list[tuple[int, int]], guaranteed: int
) -> None:
    by_day = {date(2023, 12, 1) + timedelta(days=offset): number for offset, number in held}
    found, _, _ = months(
        [("P1", day.isoformat(), str(number)) for day, number in by_day.items()],
        [("P1", str(guaranteed), "")],
    )
    unused: defaultdict[date, int] = defaultdict(int)
    for day, number in by_day.items():
        unused[day.replace(day=1)] += max(guaranteed - number, 0)
    assert {month.month: month.unused_bed_days for month in found} == unused
    assert sum(month.bed_days for month in found) == sum(by_day.values())


ADAMS = NamedPlace("ADAMS COUNTY DET CENTER", "MS", Decimal("1535.54"))


@pytest.mark.parametrize(
    ("averages", "proposed"),
    [
        ({"ADAMSMS": "1533.57"}, ["ADAMSMS"]),
        ({"ACDCMS": "1533.57"}, ["ACDCMS"]),
        ({"ADAMSMS": "1400.00"}, []),
        ({"ADAMSGA": "1533.57"}, []),
        ({"SMADAMS": "1533.57"}, []),
        ({"ACD": "1533.57"}, ["ACD"]),
        ({"ADAMSMS": "1533.57", "ACDCMS": "1530.00"}, []),
        ({"ADAMSMS": "1533.57", "STWRTGA": "1533.57"}, ["ADAMSMS"]),
    ],
)
def test_names_are_proposed_where_everything_agrees_and_nothing_else_does(
    averages: dict[str, str], proposed: list[str]
) -> None:
    own = {PlaceId(place): Decimal(average) for place, average in averages.items()}
    assert [pair.place for pair in propose_names(own, [ADAMS])] == proposed


def test_a_short_name_without_a_state_needs_more_than_a_few_persons() -> None:
    few = NamedPlace("ADAMS COUNTY DET CENTER", "MS", Decimal("3.00"))
    assert propose_names({PlaceId("ACD"): Decimal("3.00")}, [few]) == []
    assert len(propose_names({PlaceId("ACDMS"): Decimal("3.00")}, [few])) == 1
