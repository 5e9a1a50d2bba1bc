"""Weighing all records that a person reaches; what may be shown is then compared word by word.

What is computed here never lies below the evidence of `safeconduct.screening.evidence`, and equals
it wherever neither places nor parents are compared; tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safeconduct.screening.dates import DateRelation, PartialDate
from safeconduct.screening.evidence.evidence import date_weight, nationality_weight, place_weight
from safeconduct.screening.evidence.frequencies import information, search_cost, shown_from
from safeconduct.screening.evidence.names import weight_of
from safeconduct.screening.evidence.weights import (
    OTHER_NATIONALITY,
    OTHER_PART,
    OTHER_SEX,
    PARENT_AT_MOST,
    SAME_SEX,
    STRONG_MARGIN,
)
from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.postings import Integers
from safeconduct.screening.names import Part, Token
from safeconduct.screening.person import Person, is_unreadable, telling
from safeconduct.screening.reaching.neighbours import Neighbourhood
from safeconduct.screening.reaching.relations import Relations
from safeconduct.screening.weighing.dates import RELATIONS, relations_of
from safeconduct.screening.weighing.names import NEVER, assign

MOST_ASSIGNED = 7
"""Words of a name that may have a match, beyond which records are compared one at a time."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence of one person with many records, an entry a record.

    Attributes:
        records: the records.
        names: what the names weigh.
        dates: how the dates relate, as places in `safeconduct.screening.weighing.dates.RELATIONS`.
        others: what dates, sex and nationality weigh together.
        whole: whether all words on both sides have a match.
        covered: whether all words of the shorter name have one.
        apart: whether the record must be compared one at a time.
    """

    records: Integers
    names: NDArray[np.int32]
    dates: NDArray[np.int8]
    others: NDArray[np.int32]
    whole: NDArray[np.bool_]
    covered: NDArray[np.bool_]
    apart: NDArray[np.bool_]


class Weigher:
    """Weighs records of one index."""

    def __init__(
        self, index: Index, counts: Counts, neighbourhood: Neighbourhood, relations: Relations
    ) -> None:
        self._index = index
        self._counts = counts
        self._near = neighbourhood
        self._relations = relations
        self._exact = np.zeros(len(index.words.common), np.int32)

    def weigh(self, person: Person, records: Integers) -> Weighed:
        """Weigh a person against records."""
        names, whole, covered = self._names(person, records)
        dates, others = self._dates(person, records)
        others += self._sex(person, records) + self._nationality(person, records)
        others += self._places(person, records)
        apart = self._index.records.is_apart[records]
        if _is_apart(person):
            apart = np.ones(len(records), np.bool_)
        return Weighed(records, names, dates, others, whole, covered, apart)

    def may_be_shown(self, person: Person, weighed: Weighed) -> Integers:
        """The records that evidence, compared word by word, may show."""
        cost = search_cost(self._index.size)
        extra = PARENT_AT_MOST * len(person.parents)
        score = weighed.names + weighed.others + extra
        undisputed = weighed.dates != RELATIONS.index(DateRelation.CONFLICTING)
        shown = (
            (score >= shown_from(self._index.size)) | (weighed.covered & undisputed) | weighed.apart
        )
        shown |= weighed.whole & (weighed.names >= cost + STRONG_MARGIN)
        found: Integers = weighed.records[shown]
        return found

    def _names(
        self, person: Person, records: Integers
    ) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]:
        lists = self._index.records
        starts = lists.names.starts[records]
        counts = lists.names.starts[records + 1] - starts
        owner = np.repeat(np.arange(len(records)), counts)
        first = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        names = first + np.arange(len(owner))
        best = np.full(len(records), NEVER, np.int32)
        whole, covered = (np.zeros(len(records), np.bool_) for _ in range(2))
        lengths = lists.words.starts[names + 1] - lists.words.starts[names]
        for length in np.unique(lengths[lengths > 0]).tolist():
            some = lengths == length
            at = lists.words.starts[names[some]][:, None] + np.arange(length)
            words, parts = lists.words.values[at], lists.parts[at]
            for name in person.names:
                weight, matched = self._name(telling(name), words, parts)
                two = matched >= 2
                np.maximum.at(best, owner[some], weight)
                np.logical_or.at(
                    covered, owner[some], two & (matched == min(length, len(telling(name))))
                )
                np.logical_or.at(
                    whole, owner[some], two & (matched == length) & (length == len(telling(name)))
                )
        best[best == NEVER] = 0
        return best, whole, covered

    def _name(
        self, mine: tuple[Token, ...], words: Integers, parts: NDArray[np.uint8]
    ) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
        rows = [self._row(token, words, parts) for token in mine]
        hit = [row for row in rows if row is not None]
        if not hit:
            assigned = assign(np.zeros((0, *words.shape), np.int32), len(mine))
        else:
            assigned = assign(np.stack(hit), len(mine))
        return assigned.weight, assigned.matched

    def _row(
        self, token: Token, words: Integers, parts: NDArray[np.uint8]
    ) -> NDArray[np.int32] | None:
        """What the matches of one word weigh; None where it has none here."""
        exact = self._exact
        met = self._met(token, words)
        if not len(met):
            return None
        weights = [self._weight(token, word) for word in met.tolist()]
        exact[met] = weights
        row = exact[words]
        exact[met] = 0
        other = {Part.GIVEN: 2, Part.SURNAME: 1}.get(token.part, 255)
        return np.where((row > 0) & (parts == other), row + OTHER_PART, row)

    def _met(self, token: Token, words: Integers) -> Integers:
        """The words among those given that a word may relate to."""
        if token.is_initial:
            # A letter is looked up under no key, and may stand for any word that begins with it.
            return np.unique(words)
        near, exact = self._near.of(token), self._exact
        exact[near.words] = 1
        met: Integers = np.unique(words[exact[words] > 0])
        exact[near.words] = 0
        return met

    def _weight(self, token: Token, word: int) -> int:
        relation = self._relations.of_word(token, word)
        if relation is None:
            return 0
        common = max(self._counts.of_token(token.strict), int(self._index.words.common[word]))
        return weight_of(relation, information(common, self._index.size))

    def _dates(
        self, person: Person, records: Integers
    ) -> tuple[NDArray[np.int8], NDArray[np.int32]]:
        """The closest relation of the person's dates, and what it weighs."""
        missing = RELATIONS.index(DateRelation.MISSING)
        theirs = self._index.records.dates[records]
        closest = np.full(len(records), missing, np.int8)
        weight = np.zeros(len(records), np.int32)
        for place, date in enumerate(person.dates):
            relations = relations_of(date, theirs)
            closer = relations < closest if place else np.ones(len(records), np.bool_)
            table = np.array([self._of_relation(date, one) for one in RELATIONS], np.int32)
            closest = np.where(closer, relations, closest)
            weight = np.where(closer, table[relations], weight)
        return closest, weight

    def _of_relation(self, date: PartialDate, relation: DateRelation) -> int:
        common = self._counts.of_date(date)
        if relation is DateRelation.SWAPPED:
            common = max(common, self._counts.of_date(PartialDate(date.year, date.day, date.month)))
        return date_weight(relation, information(common, self._index.size))

    def _sex(self, person: Person, records: Integers) -> NDArray[np.int32]:
        theirs = self._index.records.sex[records]
        if person.sex is None:
            return np.zeros(len(records), np.int32)
        table = np.full(3, OTHER_SEX, np.int32)
        table[0], table[int(person.sex)] = 0, SAME_SEX
        return table[theirs]

    def _places(self, person: Person, records: Integers) -> NDArray[np.int32]:
        total = np.zeros(len(records), np.int32)
        for column, places in person.places.items():
            best = np.zeros(len(records), np.int32)
            for place in places:
                weight = place_weight(column, (place,), self._counts)
                here = np.isin(records, self._index.by_place.of(key_hash(column, place)))
                best = np.maximum(best, here * np.int32(weight))
            total += best
        return total

    def _nationality(self, person: Person, records: Integers) -> NDArray[np.int32]:
        if not person.nationalities:
            return np.zeros(len(records), np.int32)
        table = [self._of_states(person, states) for states in self._index.nationalities]
        return np.array(table, np.int32)[self._index.records.nationality[records]]

    def _of_states(self, person: Person, states: str) -> int:
        if not states:
            return 0
        shared = person.nationalities & set(states.split(";"))
        if not shared:
            return OTHER_NATIONALITY
        return nationality_weight(shared, self._counts)


def _is_apart(person: Person) -> bool:
    """Whether a person's own row is one that whole arrays do not read."""
    words = [telling(name) for name in person.names]
    unread = any(is_unreadable(word) for name in words for word in name)
    return not words or unread or any(len(name) > MOST_ASSIGNED for name in words)
