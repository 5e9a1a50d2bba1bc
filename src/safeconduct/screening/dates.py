"""Dates of birth as registers hold them: whole, in part, uncertain, and how two of them relate."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1850, 2199
PART_BEGINS = (4, 6)
"""Where month and day begin among the eight figures of a date."""

_SEPARATORS = re.compile(r"[-/. ]+")
_TIME = re.compile(r"[T ]\d{2}:\d{2}.*$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be unknown; an unknown part is 0.

    Attributes:
        year: the year of the Gregorian calendar.
        month: 1 to 12.
        day: 1 to 31.
    """

    year: int
    month: int = 0
    day: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day are known."""
        return bool(self.year and self.month and self.day)

    @property
    def stands_for_its_year(self) -> bool:
        """Whether it is a first of January, which registers write where only the year is known."""
        return bool(self.year) and (self.month, self.day) == (1, 1)

    @property
    def digits(self) -> str:
        """Year, month and day as eight figures."""
        return f"{self.year:04}{self.month:02}{self.day:02}"

    def __str__(self) -> str:
        year = f"{self.year:04}" if self.year else "????"
        if not self.day:
            return f"{year}-{self.month:02}" if self.month else year
        return f"{year}-{f'{self.month:02}' if self.month else '??'}-{self.day:02}"


class DateRelation(StrEnum):
    """How two dates of birth relate, closest first."""

    EQUAL = "equal"
    SWAPPED = "swapped"
    """The day of one is the month of the other, in the same year."""

    YEAR_APART = "year-apart"
    """Same day and month, one year apart."""

    ONE_DIGIT = "one-digit"
    """One figure differs, or two neighbouring figures of one part are exchanged."""

    TWO_PARTS = "two-parts"
    """Two of year, month and day are equal."""

    PARTIAL = "partial"
    """All that both sides know is equal, and one side knows less than a whole date."""

    PARTIAL_NEAR = "partial-near"
    """Only years are comparable, and they are one apart."""

    MISSING = "missing"
    """One side knows nothing that the other knows."""

    CONFLICTING = "conflicting"


_CLOSEST = {relation: place for place, relation in enumerate(DateRelation)}


def relate_dates(one: PartialDate, other: PartialDate) -> DateRelation:
    """How two dates relate; the order does not matter."""
    if one.is_whole and other.is_whole:
        return _relate_whole(one, other)
    return _relate_parts(one, other)


def closest(one: tuple[PartialDate, ...], other: tuple[PartialDate, ...]) -> DateRelation:
    """The closest relation between any two of several dates; missing where a side has none."""
    found = [relate_dates(mine, theirs) for mine in one for theirs in other]
    return min(found, key=_CLOSEST.__getitem__, default=DateRelation.MISSING)


def _relate_whole(one: PartialDate, other: PartialDate) -> DateRelation:
    if one == other:
        return DateRelation.EQUAL
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return DateRelation.SWAPPED
    same = (one.year == other.year, one.month == other.month, one.day == other.day)
    if same == (False, True, True) and abs(one.year - other.year) == 1:
        return DateRelation.YEAR_APART
    if _one_slip(one.digits, other.digits):
        return DateRelation.ONE_DIGIT
    if sum(same) == 2:
        return DateRelation.TWO_PARTS
    if same[0] and (one.stands_for_its_year or other.stands_for_its_year):
        return DateRelation.PARTIAL
    return DateRelation.CONFLICTING


def _one_slip(one: str, other: str) -> bool:
    differing = [place for place in range(8) if one[place] != other[place]]
    if len(differing) == 1:
        return True
    if len(differing) != 2 or differing[1] != differing[0] + 1 or differing[1] in PART_BEGINS:
        return False
    first, second = differing
    return one[first] == other[second] and one[second] == other[first]


def _relate_parts(one: PartialDate, other: PartialDate) -> DateRelation:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    shared = [(mine, theirs) for mine, theirs in pairs if mine and theirs]
    if not shared:
        return DateRelation.MISSING
    if all(mine == theirs for mine, theirs in shared):
        return DateRelation.PARTIAL
    years = one.year and other.year and abs(one.year - other.year) == 1
    if years and all(mine == theirs for mine, theirs in shared[1:]):
        return DateRelation.PARTIAL_NEAR
    return DateRelation.CONFLICTING


@lru_cache(maxsize=65_536)
def read_dates(text: str) -> tuple[tuple[PartialDate, ...], tuple[str, ...]]:
    """The dates of a cell, separated by ``;``, and the pieces that are no date.

    ISO 8601 (``1987-06-12``, ``1987-06``, ``1987``, ``19870612``) is read as it is. A date that
    ends with its year is read both ways round where both are possible, since nothing tells the
    day from the month; unknown parts may be ``00``.
    """
    dates: list[PartialDate] = []
    unread: list[str] = []
    for piece in _western(text).split(";"):
        written = piece.strip()
        if not written:
            continue
        found = _read(_TIME.sub("", written).strip())
        dates.extend(one for one in found if one not in dates)
        if not found:
            unread.append(written)
    return tuple(dates), tuple(unread)


def _western(text: str) -> str:
    """The text with figures of any script as 0 to 9, and without marks that have no width."""
    if text.isascii():
        return text
    plain = (one for one in text if unicodedata.category(one) != "Cf")
    return "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in plain)


def _read(text: str) -> tuple[PartialDate, ...]:
    if text.isdigit() and len(text) == 8:
        return _possible((text[:4], text[4:6], text[6:]))
    parts = _SEPARATORS.split(text)
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return ()
    if len(parts[0]) == 4:
        return _possible(parts)
    if len(parts[-1]) == 4:
        *ends, year = parts
        day_first = _possible((year, *reversed(ends)))
        # An unknown part is written 00 in its own place, which tells the order.
        month_first = () if any(int(end) == 0 for end in ends) else _possible((year, *ends))
        return tuple(dict.fromkeys((*day_first, *month_first)))
    return ()


def _possible(parts: tuple[str, ...] | list[str]) -> tuple[PartialDate, ...]:
    year, month, day = (*(int(part) for part in parts), 0, 0)[:3]
    read = PartialDate(year, month, day)
    return (read,) if _is_possible(read) else ()


def _is_possible(read: PartialDate) -> bool:
    if read.year and not FIRST_YEAR <= read.year <= LAST_YEAR:
        return False
    if not read.year and not (read.month and read.day):
        return False
    try:
        # 2000 is a leap year, and every month may have its longest length while the year is open.
        date(read.year or 2000, read.month or 1, read.day or 1)
    except ValueError:
        return False
    return True
