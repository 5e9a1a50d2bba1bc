"""Adding a span to a moment: the same calendar in Python and in SQL."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeVar

from safeconduct.agreement.vocabulary import Span, SpanUnit

M = TypeVar("M", bound=date)
"""A day, or an instant."""

_SQL_UNIT = {
    SpanUnit.HOURS: "HOUR",
    SpanUnit.DAYS: "DAY",
    SpanUnit.MONTHS: "MONTH",
    SpanUnit.YEARS: "YEAR",
}


def later_by(moment: M, span: Span) -> M:
    """The moment a span later. 31 January and a month is the last day of February."""
    match span.unit:
        case SpanUnit.HOURS:
            return moment + timedelta(hours=span.count)
        case SpanUnit.DAYS:
            return moment + timedelta(days=span.count)
        case SpanUnit.MONTHS:
            return _months_later(moment, span.count)
        case SpanUnit.YEARS:
            return _months_later(moment, span.count * 12)


def _months_later(moment: M, months: int) -> M:
    whole = moment.year * 12 + moment.month - 1 + months
    year, month = whole // 12, whole % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return moment.replace(year=year, month=month, day=min(moment.day, last))


def later_by_sql(moment: str, span: Span, *, is_day: bool) -> str:
    """The same in SQL; a day stays a day."""
    sum_ = f"({moment} + INTERVAL '{span.count}' {_SQL_UNIT[span.unit]})"
    return f"CAST({sum_} AS DATE)" if is_day else sum_
