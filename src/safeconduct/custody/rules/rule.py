"""What a rule of day counting is: the days of one booking, and the same for millions in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import ONE_DAY
from safeconduct.custody.booking import Booking

DaysOf = Callable[[Booking, date | None], Iterator[date]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, stated twice: for one booking in plain Python, and in bulk as SQL.

    The two share nothing, so that each can be held against the other.

    Attributes:
        name: the rule, as agreements name it.
        days_of: the day of each unit that a booking counts, before absences are taken off. Its
            second argument is the cut-off: an open booking counts up to, and without, that day;
            None counts nothing of it.
        end_day: SQL over a register's columns for the day after the last one that a booking with
            a departure counts, where its days run on from ``arrived_day`` without a break. Empty
            for a rule that has no such form.
        needs_instants: whether the rule counts from instants, so that a bare day will not do.
    """

    name: DayCountRule
    days_of: DaysOf
    end_day: str
    needs_instants: bool = False


def days_from(first: date, end: date) -> Iterator[date]:
    """The days from ``first`` up to, and not including, ``end``; none where it is not later."""
    day = first
    while day < end:
        yield day
        day += ONE_DAY
