"""The day of arrival counts, the day of departure does not; a same-day booking counts one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.custody.booking import Booking
from safeconduct.custody.rules import arrival_not_departure
from safeconduct.custody.rules.rule import Rule


def days_of(booking: Booking, cut_off: date | None) -> Iterator[date]:
    """The days as under arrival-not-departure, or the one day of a same-day booking."""
    if booking.departed and booking.departed.day == booking.arrived.day:
        return iter((booking.arrived.day,))
    return arrival_not_departure.days_of(booking, cut_off)


ARRIVAL_NOT_DEPARTURE_MIN_ONE = Rule(
    name=DayCountRule.ARRIVAL_NOT_DEPARTURE_MIN_ONE,
    days_of=days_of,
    end_day="greatest(departed_day, arrived_day + 1)",
)
