"""How often a name, a date or a State occurs in the register: what is rare tells more."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from safeconduct.screening.dates import PartialDate

UNSEEN = 2
"""Records that a value is taken to have beyond those counted, so that none is infinitely rare."""

BACKGROUND = 2000
"""Records that a register is taken to have beyond its own: in a register of a few hundred rows
a name that occurs once is not thereby rare in the world."""

LEAST, MOST = 200, 1300
"""Bounds of what the agreement of one name or date can weigh, in hundredths of a bit."""


class Frequencies(Protocol):
    """Counts of a register. Both sides of a comparison are weighed by the same counts."""

    @property
    def records(self) -> int:
        """The number of records counted."""

    def of_token(self, strict: str) -> int:
        """Records with the word, in any spelling that is written alike."""

    def of_date(self, date: PartialDate) -> int:
        """Records with the date."""

    def of_nationality(self, state: str) -> int:
        """Records with the nationality."""

    def of_place(self, column: str, place: str) -> int:
        """Records with the place in the column."""


@dataclass(frozen=True, slots=True)
class NoCounts:
    """No register at all: every value is as common as the background has it."""

    records: int = 0

    def of_token(self, strict: str) -> int:
        """Nothing is counted."""
        return len(strict) * 0

    def of_date(self, date: PartialDate) -> int:
        """Nothing is counted."""
        return date.year * 0

    def of_nationality(self, state: str) -> int:
        """Nothing is counted."""
        return len(state) * 0

    def of_place(self, column: str, place: str) -> int:
        """Nothing is counted."""
        return len(column + place) * 0


@lru_cache(maxsize=65_536)
def information(occurring: int, records: int, least: int = LEAST) -> int:
    """What it tells that two rows share a value, in hundredths of a bit.

    Args:
        occurring: records that have the value.
        records: all records counted.
        least: what is told at the least.
    """
    share = (occurring + UNSEEN) / (records + BACKGROUND)
    return max(least, min(MOST, round(-100 * math.log2(min(share, 1.0)))))


def shown_from(records: int) -> int:
    """The evidence from which a record is shown, in a register of so many records.

    Below the cost of the search, since a human looks at what is shown. It rises a little faster
    than the cost: the words of one name are not independent, so that a large register holds more
    namesakes than their frequencies say.
    """
    return search_cost(records) * 5 // 4 - 700


def search_cost(records: int) -> int:
    """What evidence must outweigh before a chance likeness is unlikely, in hundredths of a bit."""
    return round(100 * math.log2(records + BACKGROUND))
