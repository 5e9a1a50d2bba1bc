"""Each midnight spent in custody counts one, for the day that ends with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import ONE_DAY
from safeconduct.custody.booking import Booking, Moment
from safeconduct.custody.rules.rule import Rule, days_from


def days_of(booking: Booking, cut_off: date | None) -> Iterator[date]:
    """The day before each midnight that is later than the arrival and no later than the departure.

    A bare day stands for its first moment, so that bare days count as arrival-not-departure.
    """
    arrived = _clock(booking.arrived)
    if booking.departed is None and cut_off is None:
        return
    departed = _clock(booking.departed) if booking.departed else _midnight(cut_off or date.min)
    for day in days_from(booking.arrived.day, departed.date() + ONE_DAY):
        midnight = _midnight(day + ONE_DAY)
        if arrived < midnight <= departed:
            yield day


def _clock(moment: Moment) -> datetime:
    """What the clock of the place shows, as the rule speaks of its midnights."""
    if moment.instant is None:
        return _midnight(moment.day)
    return moment.instant.replace(tzinfo=None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


MIDNIGHTS = Rule(
    name=DayCountRule.MIDNIGHTS,
    days_of=days_of,
    # A midnight after the arrival ends its day at the earliest, and the last one that is not
    # after the departure ends the day before: the days are those of arrival-not-departure.
    end_day="departed_day",
)
