"""The day of arrival counts, the day of departure does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.custody.booking import Booking
from safeconduct.custody.rules.rule import Rule, days_from


def days_of(booking: Booking, cut_off: date | None) -> Iterator[date]:
    """Each day from the arrival to the day before the departure, or before the cut-off."""
    end = booking.departed.day if booking.departed else cut_off
    return days_from(booking.arrived.day, end or booking.arrived.day)


ARRIVAL_NOT_DEPARTURE = Rule(
    name=DayCountRule.ARRIVAL_NOT_DEPARTURE,
    days_of=days_of,
    end_day="departed_day",
)
