"""Periods: as people write them, and their days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.basics import ONE_DAY, Period, read_period
from tests.basics.table import rows

days = st.dates(date(1900, 1, 1), date(9999, 12, 30))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    longest = min(4000, (date.max - start).days)
    return Period(start, start + timedelta(days=draw(st.integers(1, longest))))


@pytest.mark.parametrize("row", rows("periods", "read"), ids=lambda row: row["written"])
def test_a_period_as_it_is_written(row: dict[str, Any]) -> None:
    period = read_period(row["written"])
    assert (period.start, period.last, period.days) == (row["first"], row["last"], row["days"])


@pytest.mark.parametrize("written", rows("periods", "refused"))
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is the whole message
        read_period(written)


@pytest.mark.parametrize("row", rows("periods", "months"), ids=lambda row: row["of"])
def test_the_months_of_a_period(row: dict[str, Any]) -> None:
    assert [str(month) for month in read_period(row["of"]).months()] == row["parts"]


@pytest.mark.parametrize("row", rows("periods", "years"), ids=lambda row: row["of"])
def test_the_years_of_a_period(row: dict[str, Any]) -> None:
    assert [str(year) for year in read_period(row["of"]).years()] == row["parts"]


def test_a_period_holds_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="no day lies between"):
        Period(date(2025, 1, 1), date(2025, 1, 1))


@given(periods())
def test_a_period_is_the_days_that_it_lists(period: Period) -> None:
    listed = list(period)
    assert (listed[0], listed[-1], len(listed)) == (period.start, period.last, period.days)
    assert all(day in period for day in listed)
    assert period.end not in period
    assert period.start - ONE_DAY not in period


@given(periods())
def test_months_and_years_cut_a_period_without_gap_or_overlap(period: Period) -> None:
    for parts in (list(period.months()), list(period.years())):
        assert parts[0].start == period.start
        assert parts[-1].end == period.end
        assert all(one.end == following.start for one, following in pairwise(parts))
    assert all(part.start.month == part.last.month for part in period.months())
    assert all(part.start.year == part.last.year for part in period.years())


@given(periods(), periods())
def test_an_overlap_holds_the_days_of_both(first: Period, second: Period) -> None:
    shared = first.overlap(second)
    assert shared == second.overlap(first)
    assert set(shared or ()) == set(first) & set(second)


@given(periods())
def test_what_is_printed_can_be_read(period: Period) -> None:
    assert read_period(str(period)) == period
