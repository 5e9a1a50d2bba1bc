"""Reaching: all records under any key of a person, and of those the ones that evidence may show.

One number a record gathers, over all keys, what its evidence can weigh at most, how many words of
the person have a match in it, and whether a date speaks for it. Nothing is cut to a length: a block
of keys that is too common to show anybody by itself counts together with the other keys, and how
often that happened is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safeconduct.screening.dates import DateRelation
from safeconduct.screening.evidence.evidence import place_weight
from safeconduct.screening.evidence.frequencies import information, shown_from
from safeconduct.screening.evidence.weights import (
    DATE,
    PARENT_AT_MOST,
    SAME_NATIONALITY_AT_MOST,
    SAME_SEX,
)
from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.postings import Integers
from safeconduct.screening.keys.dates import (
    SWAPPED_DATE,
    WHOLE_DATE,
    YEAR,
    sought_dates,
)
from safeconduct.screening.keys.identifiers import identifier_keys
from safeconduct.screening.names import Token
from safeconduct.screening.person import PARENTS, Person, telling
from safeconduct.screening.reaching.neighbours import Neighbourhood, Neighbours

MOST_WORDS = 1000
"""Words of one person beyond which the sums of a record could overflow; such a line is held."""

_WEIGHT_BITS, _COUNT_BITS = 20, 10
_ONE_WORD = 1 << _WEIGHT_BITS
_DATED = 1 << (_WEIGHT_BITS + _COUNT_BITS)
_NEAR_DATE = max(DATE[DateRelation.YEAR_APART], DATE[DateRelation.ONE_DIGIT])


@dataclass(frozen=True, slots=True)
class Reached:
    """The records that a person's keys lead to.

    Attributes:
        records: those whose evidence may show them, ascending.
        by_identifier: those found by an identifier, which are always compared.
        under_keys: how many records stand under any key.
        blocks: how many blocks of keys were looked up.
        split: blocks too common to show anybody by themselves, which counted with other keys.
        is_whole: whether every key was looked up; else the person is held.
    """

    records: Integers
    by_identifier: Integers
    under_keys: int
    blocks: int
    split: int
    is_whole: bool


class Reacher:
    """Reaches records of one index; keeps one array to work in."""

    def __init__(self, index: Index, counts: Counts) -> None:
        self.index = index
        self.neighbourhood = Neighbourhood(index, counts)
        self._counts = counts
        self._sums = np.zeros(index.size, np.uint32)
        has = set(index.rows.column_names)
        self._of_parents = sum(PARENT_AT_MOST for column in PARENTS if column in has)

    def reach(self, person: Person, least: int | None = None) -> Reached:
        """The records that a person may be.

        Args:
            person: the person.
            least: what the evidence of a record must be able to weigh; what it is shown from unless
                told.
        """
        words = words_of(person)
        self._sums[:] = 0
        near = [self.neighbourhood.of(word) for word in words[:MOST_WORDS]]
        blocks, split = self._add_words(near)
        blocks += self._add_dates(person) + self._add_places(person)
        by_identifier = self.by_identifier(person)
        shown = shown_from(self.index.size) if least is None else least
        kept = self._kept(person, shown)
        return Reached(
            np.union1d(kept, by_identifier).astype(np.int32),
            by_identifier,
            int(np.count_nonzero(self._sums)),
            blocks,
            split,
            len(words) <= MOST_WORDS,
        )

    def _add_words(self, near: Iterable[Neighbours]) -> tuple[int, int]:
        sums, records = self._sums, self.index.words.records
        blocks = split = 0
        least = shown_from(self.index.size)
        for neighbours in near:
            for word, bound in zip(
                neighbours.words.tolist(), neighbours.bounds.tolist(), strict=True
            ):
                # Within one block each record stands once, so that the sum in place is exact.
                sums[records.of(word)] += np.uint32(_ONE_WORD + bound)
                blocks += 1
                split += bound < least
        return blocks, split

    def _add_dates(self, person: Person) -> int:
        sums, by_date = self._sums, self.index.by_date
        blocks = 0
        for date in person.dates:
            equal = information(self._counts.of_date(date), self.index.size)
            whole = {WHOLE_DATE: equal, SWAPPED_DATE: equal, YEAR: DATE[DateRelation.PARTIAL]}
            for family, first, last in sought_dates(date):
                rows = by_date.between(first, last)
                if first != last:
                    rows = np.unique(rows)
                sums[rows] += np.uint32(whole.get(family, _NEAR_DATE))
                sums[rows] |= np.uint32(_DATED)
                blocks += 1
        return blocks

    def _add_places(self, person: Person) -> int:
        blocks = 0
        for column, places in person.places.items():
            for place in places:
                weight = place_weight(column, (place,), self._counts)
                rows = self.index.by_place.of(key_hash(column, place))
                self._sums[rows] += np.uint32(weight)
                blocks += 1
        return blocks

    def by_identifier(self, person: Person) -> Integers:
        """The records that share a number of a document with a person, or nearly."""
        found = [
            self.index.by_identifier.of(key_hash("identifier", key))
            for identifier in person.identifiers
            for key in identifier_keys(identifier)
        ]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int32)

    def _kept(self, person: Person, shown: int) -> Integers:
        fixed = SAME_SEX * (person.sex is not None) + self._of_parents * bool(person.parents)
        margin = fixed + SAME_NATIONALITY_AT_MOST * bool(person.nationalities)
        # Whatever is below has one word or none, no date, and weighs too little.
        some = np.flatnonzero(self._sums >= np.uint32(_ONE_WORD + max(1, shown - margin)))
        sums = self._sums[some]
        weight = (sums & np.uint32(_ONE_WORD - 1)).astype(np.int32)
        weighs = weight + self._of_nationality(person, some) >= max(1, shown - fixed)
        two_words = (sums >> np.uint32(_WEIGHT_BITS)) & np.uint32((1 << _COUNT_BITS) - 1) >= 2
        undisputed = self._undisputed(person, some, sums)
        unnamed = self.index.records.is_unnamed[some] & ((sums & np.uint32(_DATED)) > 0)
        return some[weighs | (two_words & undisputed) | unnamed].astype(np.int32)

    def _of_nationality(self, person: Person, some: NDArray[np.intp]) -> Integers:
        """What a nationality can add to each record at most."""
        if not person.nationalities:
            return np.zeros(len(some), np.int32)
        shared = [
            SAME_NATIONALITY_AT_MOST * (not person.nationalities.isdisjoint(states.split(";")))
            for states in self.index.nationalities
        ]
        return np.array(shared, np.int32)[self.index.records.nationality[some]]

    def _undisputed(
        self, person: Person, some: NDArray[np.intp], sums: NDArray[np.uint32]
    ) -> NDArray[np.bool_]:
        if not person.dates:
            return np.ones(len(some), np.bool_)
        return ((sums & np.uint32(_DATED)) > 0) | self.index.records.is_undated[some]


def words_of(person: Person) -> tuple[Token, ...]:
    """The telling words of all names of a person, each once."""
    words = (word for name in person.names for word in telling(name))
    return tuple({word.strict: word for word in words}.values())
