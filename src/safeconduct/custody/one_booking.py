"""The days of one booking, by walking them: the readable form of everything that bulk does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from safeconduct.custody.rules import RULES
from safeconduct.custody.rules.rule import days_from

if TYPE_CHECKING:
    from safeconduct.basics import Period
    from safeconduct.custody.booking import Booking
    from safeconduct.custody.counting import Counting


def counted_days(booking: Booking, counting: Counting) -> list[date]:
    """The days in the window that the rule counts, before absences are taken off.

    A day stands twice where two periods of 24 hours begin on it.
    """
    days = RULES[counting.rule].days_of(booking, counting.cut_off)
    return [day for day in days if counting.window is None or day in counting.window]


def absent_days(booking: Booking, counting: Counting) -> frozenset[date]:
    """The days whose nights were spent away and do not count."""
    ends = booking.departed.day if booking.departed else counting.cut_off
    if counting.absence_nights is None or ends is None:
        return frozenset()
    free = timedelta(days=counting.absence_nights)
    return frozenset(
        day
        for absence in booking.absences
        for day in days_from(absence.left + free, min(absence.returned or ends, ends))
    )


def touches(booking: Booking, span: Period, cut_off: date | None) -> bool:
    """Whether the booking has a day in the span, counted or not."""
    last = booking.departed.day if booking.departed else cut_off
    return booking.arrived.day < span.end and span.start <= max(
        booking.arrived.day, last or span.end
    )
