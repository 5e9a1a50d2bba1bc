"""An audit: a whole register against itself or another, pair by pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safeconduct.screening.audit.joining import join
from safeconduct.screening.index.index import Index
from safeconduct.screening.person import Person
from safeconduct.screening.screening import Screening
from safeconduct.screening.verdicts import Candidate

BATCH = 2_000
"""Records of the left side that are read at a time."""


@dataclass(frozen=True, slots=True)
class AuditedPair:
    """Two records that may be one person.

    Attributes:
        left: the record on the left.
        candidate: the record on the right, with the evidence.
    """

    left: Person
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found.

    Attributes:
        pairs: the pairs that a person must look at, best first.
        compared: how many pairs were weighed.
        blocks: how many blocks of keys were joined.
        split: how many blocks were too large, so that only records with a date that speaks for one
            person were compared. With any, the audit is not whole.
    """

    pairs: tuple[AuditedPair, ...]
    compared: int
    blocks: int
    split: int


def audit(left: Index, right: Index) -> Audit:
    """Audit two registers; one against itself if both are the same index."""
    joined = join(left, right)
    screening, reader = Screening(right), Screening(left)
    starts = np.flatnonzero(np.diff(joined.left, prepend=-1))
    ends = np.append(starts[1:], len(joined.left))
    found: list[AuditedPair] = []
    for begin in range(0, len(starts), BATCH):
        batch = range(begin, min(begin + BATCH, len(starts)))
        numbers = [int(joined.left[starts[place]]) for place in batch]
        for place, person in zip(batch, reader.records(numbers), strict=True):
            theirs = joined.right[starts[place] : ends[place]]
            numbered = np.intersect1d(theirs, screening.by_identifier(person))
            candidates = screening.compared(person, theirs, numbered)
            found += [AuditedPair(person, one) for one in candidates]
    found.sort(key=lambda pair: (-pair.candidate.score, pair.left.line, pair.candidate.record.line))
    return Audit(tuple(found), len(joined.left), joined.blocks, joined.split)
