"""When a deadline ends: hours, calendar days, business days or months, from an event or up to it.

A deadline in days ends with its last local day, so that the whole day may be used. One that runs up
to an event ends with it at the latest, and one that runs from an event never ends before it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from safeconduct.agreement import Deadline, DeadlineUnit, Direction

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_FIRST_DAY, _LAST_DAY = date(1, 1, 3), date(9999, 12, 29)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days mean at a place.

    Attributes:
        zone: IANA time zone in which days begin and end.
        holidays: days, besides Saturdays and Sundays, that are no business days.
    """

    zone: str
    holidays: frozenset[date] = frozenset()

    def day_of(self, at: datetime) -> date:
        """The local day of an instant."""
        return at.astimezone(ZoneInfo(self.zone)).date()

    def end_of(self, day: date) -> datetime:
        """The instant at which a local day ends."""
        return datetime.combine(day + _ONE_DAY, time(), ZoneInfo(self.zone))

    def is_business_day(self, day: date) -> bool:
        """Whether offices work on the day."""
        return day.weekday() < _SATURDAY and day not in self.holidays


def due_at(deadline: Deadline, event: datetime, calendar: Calendar) -> datetime:
    """The instant at which a deadline ends.

    Args:
        deadline: the deadline.
        event: the instant of the event at its one end, aware.
        calendar: time zone and holidays of the place where it runs.
    """
    if deadline.unit is DeadlineUnit.HOURS:
        return _hours(deadline, event, calendar)
    forward = deadline.direction is Direction.AFTER
    first = calendar.day_of(event)
    last = _LAST[deadline.unit](first, deadline, calendar)
    end = calendar.end_of(last)
    return max(end, event) if forward else min(end, event)


def _sign(deadline: Deadline) -> int:
    return 1 if deadline.direction is Direction.AFTER else -1


def _counted(deadline: Deadline) -> int:
    """How many days lie between the event's day and the last one."""
    return max(0, deadline.count - deadline.counts_event_day)


def _calendar_days(first: date, deadline: Deadline, _: Calendar) -> date:
    return _within(first, _sign(deadline) * _counted(deadline))


def _business_days(first: date, deadline: Deadline, calendar: Calendar) -> date:
    counts_first = deadline.counts_event_day and calendar.is_business_day(first)
    left, day = deadline.count - counts_first, first
    while left > 0 and _FIRST_DAY < day < _LAST_DAY:
        day += _sign(deadline) * _ONE_DAY
        left -= calendar.is_business_day(day)
    return day


def _months(first: date, deadline: Deadline, _: Calendar) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + _sign(deadline) * deadline.count, 12)
    if not _FIRST_DAY.year < year < _LAST_DAY.year:
        return _LAST_DAY if year > first.year else _FIRST_DAY
    last = date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
    return last - _sign(deadline) * _ONE_DAY if _takes_event_day(deadline) else last


def _takes_event_day(deadline: Deadline) -> bool:
    return deadline.counts_event_day and deadline.count > 0


def _within(day: date, days: int) -> date:
    ordinal = min(max(day.toordinal() + days, _FIRST_DAY.toordinal()), _LAST_DAY.toordinal())
    return date.fromordinal(ordinal)


_LAST: Mapping[DeadlineUnit, Callable[[date, Deadline, Calendar], date]] = MappingProxyType(
    {
        DeadlineUnit.CALENDAR_DAYS: _calendar_days,
        DeadlineUnit.BUSINESS_DAYS: _business_days,
        DeadlineUnit.MONTHS: _months,
    }
)


def _hours(deadline: Deadline, event: datetime, calendar: Calendar) -> datetime:
    sign, left = _sign(deadline), timedelta(hours=deadline.count)
    if deadline.excluded_hours is None:
        return event + sign * left
    at, quarter = event, timedelta(minutes=15)
    # A quarter of an hour divides every excluded span and every offset from UTC in use.
    while left > timedelta():
        step = min(left, quarter - _past_quarter(at, quarter) if sign > 0 else quarter)
        counted = at if sign > 0 else at - step
        left -= timedelta() if _is_excluded(counted, deadline, calendar) else step
        at += sign * step
    return at


def _past_quarter(at: datetime, quarter: timedelta) -> timedelta:
    return timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond) % quarter


def _is_excluded(at: datetime, deadline: Deadline, calendar: Calendar) -> bool:
    first, until = deadline.excluded_hours or (0, 0)
    hour = at.astimezone(ZoneInfo(calendar.zone)).hour
    return first <= hour < until if first < until else not until <= hour < first


def days_between(start: date, end: date, calendar: Calendar, *, business: bool) -> int:
    """How many days lie after ``start`` up to and with ``end``; business days or all."""
    days: Collection[date] = [start + _ONE_DAY * n for n in range(1, (end - start).days + 1)]
    return sum(calendar.is_business_day(day) for day in days) if business else len(days)
