"""Recall at a number of candidates, with one threshold for all persons of a manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from safeconduct.screening import Screening, read_person
from safeconduct.screening.evidence.evidence import compare
from tests.screening.febrl import entity

REACHED_FROM = 400
"""Hundredths of a bit that the evidence of a record must be able to weigh to be ranked."""

KEPT = 60
"""Best records of a person that are compared word by word for a ranking."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Scores of pairs of one person, and of pairs of two.

    Attributes:
        own: for each person the score of the record that is the same person; None if not reached.
        others: the scores of all other pairs that were reached.
        persons: how many persons were ranked.
    """

    own: Sequence[int | None]
    others: Sequence[int]
    persons: int

    def recall_at(self, candidates: float) -> float:
        """Share of persons found where a person gets that many candidates on average."""
        found = [score for score in self.own if score is not None]
        scores = sorted((*found, *self.others), reverse=True)
        place = min(len(scores), round(candidates * self.persons)) - 1
        return sum(score >= scores[place] for score in found) / self.persons


def rank(screening: Screening, manifest: Iterable[Mapping[str, str]]) -> Ranking:
    """Rank the records of a register for each person of a manifest of FEBRL."""
    own: list[int | None] = []
    others: list[int] = []
    refs = screening.index.rows.column("ref").to_pylist()
    for row in manifest:
        person = read_person(row["record"], {k: v for k, v in row.items() if v and k != "record"})
        weighed = screening.weighed(person, least=REACHED_FROM)
        rough = weighed.names + weighed.others
        best = np.argsort(-rough, kind="stable")[:KEPT]
        numbered = sorted(
            {*weighed.records[best].tolist(), *screening.by_identifier(person).tolist()}
        )
        exact = {
            number: compare(person, record, screening.counts, screening.relations.between).score
            for number, record in zip(numbered, screening.records(numbered), strict=True)
        }
        scores = {
            refs[number]: exact.get(number, int(rough[place]))
            for place, number in enumerate(weighed.records.tolist())
        }
        mine = [score for ref, score in scores.items() if entity(ref) == entity(person.ref)]
        own.append(max(mine, default=None))
        others += [score for ref, score in scores.items() if entity(ref) != entity(person.ref)]
    return Ranking(own, others, len(own))
