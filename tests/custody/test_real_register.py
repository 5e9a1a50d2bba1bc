"""A real register of 3,433 placements, beside what the facility itself stated.

The file is a public record and stays outside the project; where it is absent, these tests skip.
"""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.custody import By, Counting, Register, Zones, count_days, days_by, take_in
from safeconduct.engine import session
from safeconduct.tables import BOOKINGS, load
from tests.house.project import ROOT

FILE = ROOT.parent / "shared" / "data" / "bookings-nwdc-2013-2020.csv"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE.name} is not beside the project")
YEAR_2016 = Period.year(2016)

Taken = tuple[duckdb.DuckDBPyConnection, Register]


@pytest.fixture(scope="module")
def taken() -> Iterator[Taken]:
    with session() as connection:
        table = load(connection, Path(FILE), BOOKINGS)
        assert table.refused == ()
        yield connection, take_in(connection, table.relation, Zones(default="America/Los_Angeles"))


def test_every_row_is_taken_in(taken: Taken) -> None:
    assert (taken[1].accepted, taken[1].refused) == (3433, ())


@pytest.mark.parametrize(
    ("rule", "window", "days"),
    [
        ("arrival-not-departure", None, 34_250),
        ("both-ends", None, 37_683),
        ("arrival-not-departure", YEAR_2016, 5_390),
        ("arrival-not-departure-min-one", YEAR_2016, 5_478),
    ],
)
def test_the_days_are_those_of_the_published_figures(
    taken: Taken, rule: str, window: Period | None, days: int
) -> None:
    counts = count_days(*taken, None, Counting(DayCountRule(rule), window=window))
    assert counts.days == days
    assert sum(row.days for row in days_by(counts, By.MONTH)) == days


def test_every_booking_counts_the_days_that_the_facility_stated(taken: Taken) -> None:
    connection, register = taken
    counts = count_days(*taken, None, Counting(DayCountRule.ARRIVAL_NOT_DEPARTURE))
    stated = dict(
        connection.execute(
            f"SELECT booking, stated_days::INTEGER FROM {register.source}"
        ).fetchall()
    )
    assert {row.booking: row.days for row in days_by(counts, By.BOOKING)} == stated


def test_the_years_add_up(taken: Taken) -> None:
    years = [Period.year(year) for year in range(2013, 2021)]
    rule = DayCountRule.ARRIVAL_NOT_DEPARTURE
    parts = [count_days(*taken, None, Counting(rule, window=year)).days for year in years]
    assert sum(parts) == 34_250
    assert all(parts)


def test_the_peak_is_a_day_of_the_register(taken: Taken) -> None:
    counts = count_days(*taken, None, Counting(DayCountRule.ARRIVAL_NOT_DEPARTURE))
    days = counts.by_place_and_day()
    assert max(day.days for day in days) == days_by(counts, By.PLACE)[0].peak
    assert min(day.day for day in days) >= date(2013, 1, 1)
