"""Dates of birth: how they are read, and how two of them relate."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.screening.dates import (
    DateRelation,
    PartialDate,
    closest,
    read_dates,
    relate_dates,
)
from safeconduct.screening.keys.dates import filed_dates, sought_dates
from safeconduct.screening.weighing.dates import RELATIONS, relations_of
from tests.screening.register import cases


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Dates near one another, some known in part."""
    day = draw(st.dates(date(1985, 1, 1), date(1988, 12, 31)))
    known = draw(st.sampled_from(["day", "day", "day", "month", "year"]))
    return PartialDate(
        day.year, day.month if known != "year" else 0, day.day if known == "day" else 0
    )


@pytest.mark.parametrize("case", cases("dates"), ids=lambda c: f"{c['one']}~{c['other']}")
def test_two_dates_relate(case: dict[str, str]) -> None:
    one, _ = read_dates(case["one"])
    other, _ = read_dates(case["other"])
    assert closest(one, other) == case["relation"], case["because"]
    assert closest(other, one) == case["relation"]


@pytest.mark.parametrize("case", cases("written_dates"), ids=lambda c: c["written"])
def test_a_written_date_is_read(case: dict[str, str]) -> None:
    read, unread = read_dates(case["written"])
    assert "; ".join(map(str, read)) == case["read"], case["because"]
    assert bool(unread) is not bool(read)


@given(dates(), st.lists(dates(), min_size=1, max_size=20))
@settings(max_examples=300, deadline=None)
def test_whole_arrays_relate_dates_as_one_by_one(
    one: PartialDate, others: list[PartialDate]
) -> None:
    array = np.array([(d.year, d.month, d.day) for d in others], np.int16)
    found = [RELATIONS[place] for place in relations_of(one, array).tolist()]
    assert found == [relate_dates(one, other) for other in others]


@given(dates(), dates())
@settings(max_examples=500, deadline=None)
def test_dates_that_speak_for_one_person_share_a_key(one: PartialDate, other: PartialDate) -> None:
    relation = relate_dates(one, other)
    if relation in {DateRelation.MISSING, DateRelation.CONFLICTING}:
        return
    filed = set(filed_dates(other))
    ranges = [(first, last) for _, first, last in sought_dates(one)]
    assert any(first <= key <= last for key in filed for first, last in ranges)
