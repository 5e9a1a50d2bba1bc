"""Dates: records filed under parts of their date of birth, so that any two parts find them."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.screening.dates import PartialDate

WHOLE_DATE, SWAPPED_DATE, YEAR_MONTH, YEAR_DAY, MONTH_DAY, YEAR = (
    "whole-date",
    "swapped-date",
    "year-month",
    "year-day",
    "month-day",
    "year",
)
"""The families. ``year`` files only dates of which no more is certain."""

DATE_FAMILIES = (WHOLE_DATE, SWAPPED_DATE, YEAR_MONTH, YEAR_DAY, MONTH_DAY, YEAR)

_PLACE = {family: (number + 1) << 24 for number, family in enumerate(DATE_FAMILIES)}


def filed_dates(date: PartialDate) -> Iterator[int]:
    """The keys under which a date is filed."""
    if date.is_whole:
        yield _PLACE[WHOLE_DATE] | _packed(date.year, date.month, date.day)
    if date.year and date.month:
        yield _PLACE[YEAR_MONTH] | _packed(date.year, date.month, 0)
    if date.year and date.day:
        yield _PLACE[YEAR_DAY] | _packed(date.year, 0, date.day)
    if date.month and date.day:
        yield _PLACE[MONTH_DAY] | _packed(0, date.month, date.day)
    if date.year and (not date.is_whole or date.stands_for_its_year):
        yield _PLACE[YEAR] | _packed(date.year, 0, 0)


def sought_dates(date: PartialDate) -> Iterator[tuple[str, int, int]]:
    """The ranges of keys, first and last, under which a date is looked up, with the family."""
    year, month, day = date.year, date.month, date.day
    if date.is_whole:
        yield WHOLE_DATE, *_one(WHOLE_DATE, year, month, day)
        yield SWAPPED_DATE, *_one(WHOLE_DATE, year, day, month)
    if year and month:
        yield YEAR_MONTH, *_one(YEAR_MONTH, year, month, 0)
    if year and day:
        yield YEAR_DAY, *_one(YEAR_DAY, year, 0, day)
    if month and day:
        yield MONTH_DAY, *_one(MONTH_DAY, 0, month, day)
    for near in (year - 1, year, year + 1) if year else ():
        yield YEAR, *_one(YEAR, near, 0, 0)
        if not date.is_whole or date.stands_for_its_year:
            first = _PLACE[YEAR_MONTH] | _packed(near, 0, 0)
            yield YEAR, first, first | 0x1FF


def _one(family: str, year: int, month: int, day: int) -> tuple[int, int]:
    key = _PLACE[family] | _packed(year, month, day)
    return key, key


def _packed(year: int, month: int, day: int) -> int:
    return year << 9 | month << 5 | day
