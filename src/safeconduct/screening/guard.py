"""The guard: a full scan by other means, which tells whether the keys have missed anybody.

Every name of every record is held against every name of the manifest by RapidFuzz's token ratios,
with no key, no index of words and no rule of a language. Whatever is alike is compared by the
evidence itself; a record that evidence would show and the search did not is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from safeconduct.basics import CrossCheckFailed, Message
from safeconduct.screening.evidence.evidence import compare
from safeconduct.screening.index.building import persons_of
from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.index import Index
from safeconduct.screening.names import Name
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.person import Person, telling
from safeconduct.screening.verdicts import Screened

SCORERS = (fuzz.token_sort_ratio, fuzz.token_set_ratio)
CUT = 85
"""The ratio, of 100, from which a pair is compared."""

CHUNK = 20_000
"""Records scanned at a time."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """What a full scan did.

    Attributes:
        compared: pairs of names that were held against each other.
        alike: pairs of rows at or above the cut.
    """

    compared: int
    alike: int


def guard(index: Index, screened: Sequence[Screened]) -> Guarded:
    """Scan the whole register for records that the search should have shown.

    Raises:
        CrossCheckFailed: naming the first person and record that evidence shows and the search
            has missed.
    """
    counts = Counts(index)
    asked = [
        (place, _plain(name)) for place, one in enumerate(screened) for name in one.person.names
    ]
    shown = [{candidate.record.line for candidate in one.candidates} for one in screened]
    compared = alike = 0
    for records in _chunks(index):
        held = [(record, _plain(name)) for record in records for name in record.names]
        compared += len(asked) * len(held)
        for place, record in sorted(_alike(asked, held), key=lambda pair: (pair[0], pair[1].line)):
            alike += 1
            person = screened[place].person
            if record.line in shown[place]:
                continue
            if compare(person, record, counts).is_shown(index.size):
                raise CrossCheckFailed(
                    Message.of("screening.guard-alarm", person=person.ref, record=record.ref)
                )
    return Guarded(compared, alike)


def _alike(
    asked: Sequence[tuple[int, str]], held: Sequence[tuple[Person, str]]
) -> Iterator[tuple[int, Person]]:
    """Pairs of person and record of which any two names are alike, each pair once."""
    if not asked or not held:
        return
    mine, theirs = [text for _, text in asked], [text for _, text in held]
    found: dict[tuple[int, int], Person] = {}
    for scorer in SCORERS:
        ratios = process.cdist(
            mine, theirs, scorer=scorer, score_cutoff=CUT, dtype=np.uint8, workers=-1
        )
        for row, column in np.argwhere(ratios).tolist():
            record = held[column][0]
            found[asked[row][0], record.line] = record
    for (place, _), record in found.items():
        yield place, record


def _chunks(index: Index) -> Iterator[list[Person]]:
    for start in range(0, index.size, CHUNK):
        yield list(persons_of(index.rows.slice(start, CHUNK)))


def _plain(name: Name) -> str:
    """A name in plain letters; a word in an unknown script as it is."""
    return " ".join(next(iter(readings(word.strict)), word.strict) for word in telling(name))
