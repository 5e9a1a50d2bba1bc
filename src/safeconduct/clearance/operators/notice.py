"""*notice_before*: hours, calendar days or business days between two moments.

Business days are counted in closed form, from the Monday that begins the calendar: five for each
whole week, and those of the week begun. A holiday that falls on a working day is taken off.
"""

from __future__ import annotations

from datetime import date, timedelta

from safeconduct.agreement.vocabulary import NoticeBefore, NoticeUnit
from safeconduct.clearance.compiling import Closure, Trace, closure_of, sql_of
from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.reading import read_moment
from safeconduct.clearance.rows import Row
from safeconduct.clearance.sql.writer import Writer
from safeconduct.clearance.world import Case
from safeconduct.engine import literal

_FIRST_MONDAY = date(1, 1, 1)
_SATURDAY = 5


def business_days(start: date, end: date, holidays: tuple[date, ...]) -> int:
    """Business days from ``start`` up to, and not including, ``end``."""
    if end <= start:
        return 0
    off = sum(1 for day in set(holidays) if start <= day < end and day.weekday() < _SATURDAY)
    return _working_before(end) - _working_before(start) - off


def _working_before(day: date) -> int:
    weeks, rest = divmod((day - _FIRST_MONDAY).days, 7)
    return weeks * 5 + min(rest, 5)


@closure_of.register
def _closure(node: NoticeBefore) -> Closure:
    first_of, event_of = read_moment(node.first), read_moment(node.event)
    skip_first = timedelta(days=0 if node.first_day_counts else 1)
    take_event = timedelta(days=1 if node.event_day_counts else 0)

    def hours(case: Case, row: Row, trace: Trace) -> Truth:
        first, event = first_of(case, row, trace), event_of(case, row, trace)
        if first is None or event is None:
            return None
        return bool(event - first >= timedelta(hours=node.at_least) and first <= event)

    def days(case: Case, row: Row, trace: Trace) -> Truth:
        first, event = first_of(case, row, trace), event_of(case, row, trace)
        if first is None or event is None:
            return None
        start, end = first + skip_first, event + take_event
        if node.unit is NoticeUnit.BUSINESS_DAYS:
            counted = business_days(start, end, node.holidays)
        else:
            counted = max(0, (end - start).days)
        return bool(first <= event and counted >= node.at_least)

    return hours if node.unit is NoticeUnit.HOURS else days


@sql_of.register
def _sql(node: NoticeBefore, writer: Writer) -> str:
    first, event = writer.moment(node.first), writer.moment(node.event)
    if node.unit is NoticeUnit.HOURS:
        enough = f"{event} >= {first} + INTERVAL '{node.at_least}' HOUR"
        return f"({enough} AND {first} <= {event})"
    start = f"({first} + {0 if node.first_day_counts else 1})"
    end = f"({event} + {1 if node.event_day_counts else 0})"
    counted = f"({end} - {start})"
    if node.unit is NoticeUnit.BUSINESS_DAYS:
        counted = _business_days_sql(start, end, node.holidays)
    if node.at_least == 0:
        return f"({first} <= {event})"
    return f"({counted} >= {node.at_least} AND {first} <= {event})"


def _business_days_sql(start: str, end: str, holidays: tuple[date, ...]) -> str:
    taken_off = [
        f"CASE WHEN {start} <= {literal(day)} AND {literal(day)} < {end} THEN 1 ELSE 0 END"
        for day in sorted(set(holidays))
        if day.weekday() < _SATURDAY
    ]
    return " - ".join([f"({_working_sql(end)} - {_working_sql(start)})", *taken_off])


def _working_sql(day: str) -> str:
    days = f"({day} - {literal(_FIRST_MONDAY)})"
    begun = f"({days} % 7)"
    return f"(({days} // 7) * 5 + CASE WHEN {begun} > 5 THEN 5 ELSE {begun} END)"
