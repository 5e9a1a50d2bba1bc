"""Which families of keys found a record: told for each candidate, and nothing is decided by it."""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.screening.index.counts import Counts
from safeconduct.screening.keys.dates import filed_dates, sought_dates
from safeconduct.screening.keys.identifiers import IDENTIFIER, IDENTIFIER_SLIP, identifier_keys
from safeconduct.screening.keys.register import FAMILIES, NAME_FAMILIES
from safeconduct.screening.person import Person
from safeconduct.screening.reaching.neighbours import Neighbourhood
from safeconduct.screening.reaching.reach import words_of


class KeyFinder:
    """Tells by which keys one person finds a record."""

    def __init__(self, person: Person, counts: Counts, neighbourhood: Neighbourhood) -> None:
        self._counts = counts
        self._words = [neighbourhood.families_of(token) for token in words_of(person)]
        self._dates = [sought for date in person.dates for sought in sought_dates(date)]
        self._identifiers = {
            key: IDENTIFIER if key == identifier else IDENTIFIER_SLIP
            for identifier in person.identifiers
            for key in reversed([*identifier_keys(identifier)])
        }

    def of(self, record: Person) -> tuple[str, ...]:
        """The families whose keys lead to a record, in the order of `FAMILIES`."""
        found = {
            *self._by_words(record),
            *self._by_dates(record),
            *self._by_identifiers(record),
        }
        return tuple(family for family in FAMILIES if family in found)

    def _by_words(self, record: Person) -> Iterator[str]:
        numbers = [self._counts.word(token.strict) for token in words_of(record)]
        bits = 0
        for number in numbers:
            for families in self._words:
                bits |= families.get(-1 if number is None else number, 0)
        for place, family in enumerate(NAME_FAMILIES):
            if bits >> place & 1:
                yield f"name-{family.name}"

    def _by_dates(self, record: Person) -> Iterator[str]:
        for key in (key for date in record.dates for key in filed_dates(date)):
            for family, first, last in self._dates:
                if first <= key <= last:
                    yield family

    def _by_identifiers(self, record: Person) -> Iterator[str]:
        if not self._identifiers:
            return
        for key in (key for each in record.identifiers for key in identifier_keys(each)):
            if key in self._identifiers:
                yield self._identifiers[key]
