"""Periods of days: half-open inside the program, both days named where people write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``start`` up to, and not including, ``end``.

    Attributes:
        start: the first day.
        end: the day after the last one.

    Raises:
        ValueError: if the period holds no day.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"no day lies between {self.start} and {self.end}")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        first = date(year, month, 1)
        return cls(first, first + timedelta(days=calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def days(self) -> int:
        """How many days the period holds."""
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        """The last day in the period."""
        return self.end - ONE_DAY

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def __iter__(self) -> Iterator[date]:
        return (self.start + timedelta(days=offset) for offset in range(self.days))

    def __str__(self) -> str:
        return f"{self.start}..{self.last}"

    def overlap(self, other: Period) -> Period | None:
        """The days in both periods, or None where there is no such day."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None

    def months(self) -> Iterator[Period]:
        """The calendar months of the period, the first and the last cut to it."""
        years = range(self.start.year, self.last.year + 1)
        return self._cut_at(date(year, month, 1) for year in years for month in range(1, 13))

    def years(self) -> Iterator[Period]:
        """The calendar years of the period, the first and the last cut to it."""
        years = range(self.start.year, self.last.year + 1)
        return self._cut_at(date(year, 1, 1) for year in years)

    def _cut_at(self, boundaries: Iterable[date]) -> Iterator[Period]:
        start = self.start
        for boundary in boundaries:
            if start < boundary < self.end:
                yield Period(start, boundary)
                start = boundary
        yield Period(start, self.end)


_WRITTEN = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d{2}))?|(?P<first>\d{4}-\d{2}-\d{2})\.\.(?P<last>\d{4}-\d{2}-\d{2})",
    re.ASCII,
)


def read_period(text: str) -> Period:
    """Read ``YYYY``, ``YYYY-MM`` or ``FROM..TO``, where ``TO`` is the last day of the period.

    Raises:
        ValueError: if the text is none of the three, names a day that does not exist, ends before
            it begins, or reaches the last day of the calendar, 9999-12-31, after which no day can
            end it.
    """
    try:
        return _read(text)
    except OverflowError:
        raise ValueError(text) from None


def _read(text: str) -> Period:
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    if match["first"]:
        return Period(
            date.fromisoformat(match["first"]), date.fromisoformat(match["last"]) + ONE_DAY
        )
    if match["month"]:
        return Period.month(int(match["year"]), int(match["month"]))
    return Period.year(int(match["year"]))
