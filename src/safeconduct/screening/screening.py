"""Screening persons against an index: reach, weigh, compare, and say what was searched."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from safeconduct.basics import Message
from safeconduct.screening.dates import DateRelation, closest
from safeconduct.screening.evidence.evidence import compare
from safeconduct.screening.finding_keys import KeyFinder
from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.postings import Integers
from safeconduct.screening.person import Person, read_person
from safeconduct.screening.reaching import Reached, Reacher, Relations
from safeconduct.screening.verdicts import Candidate, Coverage, Screened, verdict_of
from safeconduct.screening.weighing import Weighed, Weigher

NONE = np.empty(0, np.int32)


class Screening:
    """Screens persons against one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.counts = Counts(index)
        self._holds = tuple(_holds_of(index))
        self._reacher = Reacher(index, self.counts)
        self._near = self._reacher.neighbourhood
        self.relations = Relations(index, self.counts, self._near)
        self._weigher = Weigher(index, self.counts, self._near, self.relations)

    def screen(self, person: Person) -> Screened:
        """What the register holds that may concern a person."""
        reached = self._reacher.reach(person)
        found = self.compared(person, reached.records, reached.by_identifier)
        holds = (*self._holds, *self._unresolved(person, found), *self._not_whole(reached))
        verdict, lacks = verdict_of(person, found, holds)
        return Screened(person, verdict, found, lacks, self._coverage(reached, whole=not holds))

    def weighed(self, person: Person, least: int | None = None) -> Weighed:
        """The records that a person's keys lead to, weighed; nothing is decided of them.

        Args:
            person: the person.
            least: what the evidence of a record must be able to weigh; what it is shown from unless
                told.
        """
        return self._weigher.weigh(person, self._reacher.reach(person, least).records)

    def reached(self, person: Person) -> Integers:
        """The records that stage 1 and its bound leave for a person."""
        return self._reacher.reach(person).records

    def by_identifier(self, person: Person) -> Integers:
        """The records that share a number of a document with a person, or nearly."""
        return self._reacher.by_identifier(person)

    def compared(
        self, person: Person, reached: Integers, by_identifier: Integers = NONE
    ) -> tuple[Candidate, ...]:
        """The records among those reached that a person must look at, best first.

        Args:
            person: the person.
            reached: the numbers of the records that are weighed.
            by_identifier: those that are compared whatever they weigh.
        """
        weighed = self._weigher.weigh(person, reached)
        shown = self._weigher.may_be_shown(person, weighed)
        numbers = sorted({*shown.tolist(), *by_identifier.tolist()})
        keys = KeyFinder(person, self.counts, self._near)
        found = []
        for record in self.records(numbers):
            evidence = compare(person, record, self.counts, self.relations.between)
            if evidence.is_shown(self.index.size):
                found.append(Candidate(record, evidence, keys.of(record)))
        found.sort(key=lambda candidate: (-candidate.score, candidate.record.line))
        return tuple(found)

    def _unresolved(self, person: Person, found: tuple[Candidate, ...]) -> tuple[Message, ...]:
        """Records with a name that nobody here can read, which no date tells from the person."""
        unnamed = np.flatnonzero(self.index.records.is_unnamed)
        if not len(unnamed):
            return ()
        known = {candidate.record.line for candidate in found}
        dates = (record for record in self.records(unnamed.tolist()) if record.line not in known)
        left = sum(
            closest(person.dates, record.dates) is not DateRelation.CONFLICTING for record in dates
        )
        return (Message.of("screening.hold-names-not-readable", records=left),) if left else ()

    def records(self, numbers: list[int]) -> Iterator[Person]:
        """The records with these numbers, in this order."""
        taken = self.index.rows.take(pa.array(numbers, pa.int64())).to_pylist()
        for row in taken:
            ref, line = row.pop("ref"), row.pop("line")
            yield read_person(ref, {name: text for name, text in row.items() if text}, line)

    def _not_whole(self, reached: Reached) -> tuple[Message, ...]:
        return () if reached.is_whole else (Message.of("screening.hold-too-many-words"),)

    def _coverage(self, reached: Reached, *, whole: bool) -> Coverage:
        edition = self.index.edition
        return Coverage(
            edition.register,
            edition.rules,
            edition.families,
            self.index.size,
            reached.blocks,
            reached.split,
            reached.under_keys,
            len(reached.records),
            whole,
        )


def _holds_of(index: Index) -> Iterator[Message]:
    """Why nobody can be without a candidate in this register."""
    if not index.size:
        yield Message.of("screening.hold-register-empty")
    if index.refused:
        yield Message.of("screening.hold-rows-unreadable", rows=len(index.refused))
