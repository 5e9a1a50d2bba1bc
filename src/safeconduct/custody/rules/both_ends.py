"""The day of arrival and the day of departure both count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import ONE_DAY
from safeconduct.custody.booking import Booking
from safeconduct.custody.rules.rule import Rule, days_from


def days_of(booking: Booking, cut_off: date | None) -> Iterator[date]:
    """Each day from the arrival to the departure; a cut-off is no departure and adds nothing."""
    if booking.departed:
        return days_from(booking.arrived.day, booking.departed.day + ONE_DAY)
    return days_from(booking.arrived.day, cut_off or booking.arrived.day)


BOTH_ENDS = Rule(
    name=DayCountRule.BOTH_ENDS,
    days_of=days_of,
    end_day="departed_day + 1",
)
