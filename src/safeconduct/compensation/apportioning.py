"""How much of a month or of an agreement's year a stretch of days is, as an exact fraction."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from safeconduct.agreement.tariff import PartYear
from safeconduct.basics import Period

MONTHS_OF_A_YEAR = 12


def months_in(stretch: Period, first_day: int = 1) -> Fraction:
    """Months of the stretch: one for each full month, days over the month's days for the rest.

    Args:
        stretch: the days.
        first_day: the day of the month on which the agreement's months begin.
    """
    return sum((share for _, share in month_shares(stretch, first_day)), Fraction(0))


def month_shares(stretch: Period, first_day: int = 1) -> Iterator[tuple[Period, Fraction]]:
    """Each month's part of the stretch, with the share of the month that it is."""
    for month in _months_touching(stretch, first_day):
        part = month.overlap(stretch)
        if part is not None:
            yield part, Fraction(part.days, month.days)


def years_in(stretch: Period, begins: str, part_year: PartYear) -> Fraction:
    """Years of the stretch, apportioned as the agreement says.

    Args:
        stretch: the days.
        begins: month and day on which the agreement's year begins, e.g. ``01-01``.
        part_year: by months, or by days of the agreement's year.
    """
    if part_year is PartYear.MONTHS:
        return months_in(stretch, _month_and_day(begins)[1]) / MONTHS_OF_A_YEAR
    parts = (
        Fraction(part.days, year.days)
        for year in contract_years(stretch, begins)
        if (part := year.overlap(stretch)) is not None
    )
    return sum(parts, Fraction(0))


def contract_years(stretch: Period, begins: str) -> Iterator[Period]:
    """The agreement's years that the stretch touches, each whole."""
    month, day = _month_and_day(begins)
    for year in range(stretch.start.year - 1, stretch.last.year + 1):
        whole = Period(day_of(year, month, day), day_of(year + 1, month, day))
        if whole.overlap(stretch) is not None:
            yield whole


def day_of(year: int, month: int, day: int) -> date:
    """The day of that month, or the month's last day where the month is shorter."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _months_touching(stretch: Period, first_day: int) -> Iterator[Period]:
    year, month = stretch.start.year, stretch.start.month
    if day_of(year, month, first_day) > stretch.start:
        year, month = _month_before(year, month)
    while (start := day_of(year, month, first_day)) < stretch.end:
        year, month = _month_after(year, month)
        yield Period(start, day_of(year, month, first_day))


def _month_after(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == MONTHS_OF_A_YEAR else (year, month + 1)


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year - 1, MONTHS_OF_A_YEAR) if month == 1 else (year, month - 1)


def _month_and_day(begins: str) -> tuple[int, int]:
    month, _, day = begins.partition("-")
    return int(month), int(day)
