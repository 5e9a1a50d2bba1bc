"""When a deadline ends: cases by hand, and laws for all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.agreement import Deadline, DeadlineUnit, Direction
from safeconduct.oversight import Calendar, days_between, due_at

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "clocks.yaml").read_text("utf-8"))
HOLIDAYS = frozenset({date(2026, 11, 1), date(2026, 11, 11)})


def deadline_of(case: dict[str, Any]) -> Deadline:
    excluded = case.get("excluded")
    return Deadline(
        case["count"],
        DeadlineUnit(case["unit"]),
        Direction(case.get("direction", "after")),
        case.get("counts", False),
        (excluded[0], excluded[1]) if excluded else None,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["what"]))
def test_when_it_ends(case: dict[str, Any]) -> None:
    calendar = Calendar(case.get("zone", "Europe/Brussels"), HOLIDAYS)
    ends = due_at(deadline_of(case), datetime.fromisoformat(case["from"]), calendar)
    assert ends == datetime.fromisoformat(case["ends"])


NIGHTS = st.none() | st.tuples(st.integers(0, 12), st.integers(13, 23))
DEADLINES = st.builds(
    Deadline,
    count=st.integers(0, 60),
    unit=st.sampled_from(DeadlineUnit),
    direction=st.sampled_from(Direction),
    counts_event_day=st.booleans(),
    excluded_hours=NIGHTS,
)
EVENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
CALENDARS = st.sampled_from(
    [
        Calendar(zone, HOLIDAYS)
        for zone in ("Europe/Brussels", "America/El_Salvador", "Pacific/Apia", "Asia/Kathmandu")
    ]
)
bounded = settings(max_examples=300, deadline=None)


@bounded
@given(DEADLINES, EVENTS, CALENDARS)
def test_a_clock_never_ends_before_it_starts(
    deadline: Deadline, event: datetime, calendar: Calendar
) -> None:
    ends = due_at(deadline, event, calendar)
    assert ends >= event if deadline.direction is Direction.AFTER else ends <= event


@bounded
@given(DEADLINES, EVENTS, CALENDARS)
def test_one_unit_more_never_ends_sooner(
    deadline: Deadline, event: datetime, calendar: Calendar
) -> None:
    longer = Deadline(
        deadline.count + 1, deadline.unit, deadline.direction, deadline.counts_event_day,
        deadline.excluded_hours,
    )  # fmt: skip
    ends, later = due_at(deadline, event, calendar), due_at(longer, event, calendar)
    assert later >= ends if deadline.direction is Direction.AFTER else later <= ends


@bounded
@given(st.integers(1, 60), EVENTS, CALENDARS)
def test_business_days_counted_one_by_one_are_as_many_as_the_deadline_says(
    count: int, event: datetime, calendar: Calendar
) -> None:
    deadline = Deadline(count, DeadlineUnit.BUSINESS_DAYS, Direction.AFTER, False, None)
    last = due_at(deadline, event, calendar) - timedelta(minutes=1)
    counted = days_between(calendar.day_of(event), calendar.day_of(last), calendar, business=True)
    assert counted == count
    assert calendar.is_business_day(calendar.day_of(last))
