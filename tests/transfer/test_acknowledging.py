"""A stop is heard, or everybody sees by whom it was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from safeconduct.transfer import ClockState, acknowledgements, overdue

KNOWN = datetime(2025, 3, 15, 18, 48, tzinfo=UTC)
OFFICES = ("removals", "escorts", "airline", "escorts", "")


def at(minutes: float) -> datetime:
    return KNOWN + timedelta(minutes=minutes)


def test_each_office_has_one_clock_of_ten_minutes() -> None:
    clocks = acknowledgements("S1", KNOWN, OFFICES)
    assert [clock.office for clock in clocks] == ["removals", "escorts", "airline"]
    assert {clock.due_at for clock in clocks} == {at(10)}


@pytest.mark.parametrize(
    ("heard", "now", "state"),
    [
        (None, 10, ClockState.RUNNING),
        (None, 10.1, ClockState.OVERDUE),
        (4, 10, ClockState.STOPPED),
        (10, 60, ClockState.STOPPED),
        (11, 60, ClockState.LATE),
        (11, 10.5, ClockState.OVERDUE),
    ],
)
def test_where_a_clock_stands(heard: float | None, now: float, state: ClockState) -> None:
    (clock,) = acknowledgements("S1", KNOWN, ["escorts"])
    answered = None if heard is None else at(heard)
    assert replace(clock, acknowledged_at=answered).state_at(at(now)) is state


def test_the_silent_are_named_first_due_first() -> None:
    later = acknowledgements("S2", at(5), ["airline"])
    clocks = (*later, *acknowledgements("S1", KNOWN, ["escorts"]))
    assert [clock.office for clock in overdue(clocks, at(20))] == ["escorts", "airline"]
    assert [clock.office for clock in overdue(clocks, at(12))] == ["escorts"]
    assert overdue(clocks, at(9)) == ()
