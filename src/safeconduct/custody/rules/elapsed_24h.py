"""Each completed period of 24 real hours counts one, for the day on which it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.custody.booking import Booking
from safeconduct.custody.rules.rule import Rule

_PERIOD = timedelta(hours=24)


def days_of(booking: Booking, cut_off: date | None) -> Iterator[date]:
    """The day of the place on which each completed period begins.

    The cut-off of an open booking is the moment at which that day begins. Where a clock change
    makes a day of 25 hours, two periods can begin on it.

    Raises:
        ValueError: if the booking has no certain instants.
    """
    arrived = booking.arrived.instant
    if arrived is None or (booking.departed and booking.departed.instant is None):
        raise ValueError(booking.id)
    end = booking.departed.instant if booking.departed else _beginning(cut_off, arrived)
    begins = arrived.astimezone(UTC)
    while end is not None and begins + _PERIOD <= end:
        yield begins.astimezone(arrived.tzinfo).date()
        begins += _PERIOD


def _beginning(day: date | None, like: datetime) -> datetime | None:
    """The first instant of a day in the zone of another instant."""
    if day is None:
        return None
    return datetime.combine(day, time(), tzinfo=like.tzinfo).astimezone(UTC)


ELAPSED_24H = Rule(
    name=DayCountRule.ELAPSED_24H,
    days_of=days_of,
    end_day="",
    needs_instants=True,
)
