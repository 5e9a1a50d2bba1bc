"""The counts of an index, as evidence asks for them."""

from __future__ import annotations

from functools import lru_cache

from safeconduct.screening.dates import PartialDate
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Index
from safeconduct.screening.keys.dates import filed_dates
from safeconduct.screening.keys.spelling import SPELLING
from safeconduct.screening.names import forms


class Counts:
    """How often words, dates and nationalities occur in an index.

    ``word`` gives the number of a word, or None for one that the register does not have.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.word = lru_cache(maxsize=1 << 17)(self._word)
        self.of_token = lru_cache(maxsize=1 << 17)(self._of_token)
        self.of_date = lru_cache(maxsize=1 << 16)(self._of_date)

    @property
    def records(self) -> int:
        """The number of records."""
        return self._index.size

    def _word(self, strict: str) -> int | None:
        words = self._index.words
        for number in words.filed.of(key_hash(SPELLING.name, strict)).tolist():
            if words.text(number) == strict:
                return int(number)
        return None

    def _of_token(self, strict: str) -> int:
        words = self._index.words
        number = self.word(strict)
        if number is not None:
            return int(words.common[number])
        counted = (self._of_spelling(spelling) for spelling in forms(strict).loose)
        return max(counted, default=0)

    def _of_spelling(self, spelling: str) -> int:
        words = self._index.words
        alike = words.filed.of(key_hash(SPELLING.name, spelling)).tolist()
        return sum(len(words.records.of(number)) for number in alike)

    def _of_date(self, date: PartialDate) -> int:
        key = next(filed_dates(date), None)
        return 0 if key is None else len(self._index.by_date.of(key))

    def of_place(self, column: str, place: str) -> int:
        """Records with the place in the column."""
        return len(self._index.by_place.of(key_hash(column, place)))

    def of_nationality(self, state: str) -> int:
        """Records with the nationality."""
        return self._index.of_nationality.get(state, 0)
