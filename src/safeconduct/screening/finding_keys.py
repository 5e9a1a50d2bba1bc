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
    """Tells by which keys a record is found."""

    def __init__(self, counts: Counts, neighbourhood: Neighbourhood) -> None:
        self._counts = counts
        self._near = neighbourhood

    def of(self, person: Person, record: Person) -> tuple[str, ...]:
        """The families whose keys lead from a person to a record, in the order of `FAMILIES`."""
        found = {
            *self._by_words(person, record),
            *_by_dates(person, record),
            *_by_identifiers(person, record),
        }
        return tuple(family for family in FAMILIES if family in found)

    def _by_words(self, person: Person, record: Person) -> Iterator[str]:
        words = [self._counts.word(token.strict) for token in words_of(record)]
        for token in words_of(person):
            families = self._near.families_of(token)
            bits = 0
            for word in words:
                bits |= families.get(-1 if word is None else word, 0)
            for place, family in enumerate(NAME_FAMILIES):
                if bits >> place & 1:
                    yield f"name-{family.name}"


def _by_dates(person: Person, record: Person) -> Iterator[str]:
    filed = {key for date in record.dates for key in filed_dates(date)}
    for date in person.dates:
        for family, first, last in sought_dates(date):
            if any(first <= key <= last for key in filed):
                yield family


def _by_identifiers(person: Person, record: Person) -> Iterator[str]:
    filed = {key for identifier in record.identifiers for key in identifier_keys(identifier)}
    for identifier in person.identifiers:
        for key in identifier_keys(identifier):
            if key in filed:
                yield IDENTIFIER if key == identifier else IDENTIFIER_SLIP
