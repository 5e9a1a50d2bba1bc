"""A reviewer's decisions: same person or not, by whom and why, of two rows as they then were.

A decision binds to the versions of both rows. It expires by itself when either row changes, and
nothing is ever decided by the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.screening.verdicts import Candidate, Screened, Verdict

COLUMNS = (
    "person",
    "person_version",
    "record",
    "record_version",
    "decision",
    "decided_by",
    "decided_at",
    "why",
)
"""The columns of a table of decisions; none may be blank."""


class Ruling(StrEnum):
    """What a reviewer can decide of a pair."""

    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's decision of one pair.

    Attributes:
        person: reference of the person in the manifest.
        person_version: the version of that row that the reviewer saw.
        record: reference of the record.
        record_version: the version of that row that the reviewer saw.
        ruling: what was decided.
        decided_by: who decided.
        decided_at: when, with its offset.
        why: the reason, in the reviewer's words.
        line: line of the row in the table of decisions.
    """

    person: str
    person_version: str
    record: str
    record_version: str
    ruling: Ruling
    decided_by: str
    decided_at: datetime
    why: str
    line: int

    @property
    def pair(self) -> tuple[str, str]:
        """The versions that it binds to."""
        return self.person_version, self.record_version


def read_decision(cells: Mapping[str, str], file: str, line: int) -> Decision | Finding:
    """Read a row of a table of decisions; a finding where it cannot be read and decides nothing."""
    for column in COLUMNS:
        if not cells.get(column, "").strip():
            return _refused("screening.decision-incomplete", file, line, column)
    try:
        ruling = Ruling(cells["decision"].strip().casefold())
    except ValueError:
        return _refused("screening.decision-unknown", file, line, "decision")
    try:
        decided_at = datetime.fromisoformat(cells["decided_at"].strip())
    except ValueError:
        return _refused("screening.decision-undated", file, line, "decided_at")
    if decided_at.tzinfo is None:
        return _refused("screening.decision-undated", file, line, "decided_at")
    texts = {name: cells[name].strip() for name in COLUMNS}
    return Decision(
        texts["person"],
        texts["person_version"],
        texts["record"],
        texts["record_version"],
        ruling,
        texts["decided_by"],
        decided_at,
        texts["why"],
        line,
    )


def _refused(code: str, file: str, line: int, column: str) -> Finding:
    return Finding(Message.of(code), Severity.ATTENTION, Location(file, line, column))


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that stand, by the versions that they bind to.

    Attributes:
        standing: one decision a pair; a pair that was decided both ways has none.
        all: every decision that was read.
        file: the file, as it was named.
    """

    standing: Mapping[tuple[str, str], Decision]
    all: tuple[Decision, ...]
    file: str

    def apply(self, screened: Screened) -> Screened:
        """The person with each candidate's decision beside it; the verdict stays what it was."""
        decided = tuple(
            replace(candidate, decision=self._of(screened, candidate))
            for candidate in screened.candidates
        )
        return replace(screened, candidates=decided)

    def _of(self, screened: Screened, candidate: Candidate) -> Decision | None:
        return self.standing.get((screened.person.version, candidate.record.version))

    def expired(self, screened: Iterable[Screened]) -> tuple[Finding, ...]:
        """Decisions of persons of the manifest that no longer bind: a row is another by now."""
        persons = {one.person.ref for one in screened}
        bound = {c.decision.line for one in screened for c in one.candidates if c.decision}
        return tuple(
            Finding(
                Message.of("screening.decision-expired", person=one.person, record=one.record),
                Severity.ATTENTION,
                Location(self.file, one.line),
            )
            for one in self.all
            if one.person in persons and one.line not in bound and one.pair in self.standing
        )


def standing_decisions(
    decisions: Iterable[Decision], file: str
) -> tuple[Decisions, tuple[Finding, ...]]:
    """The decisions that stand, and findings on pairs that were decided both ways.

    Args:
        decisions: the decisions, in the order of the table.
        file: the file, for messages.
    """
    read = tuple(decisions)
    by_pair: dict[tuple[str, str], list[Decision]] = {}
    for decision in read:
        by_pair.setdefault(decision.pair, []).append(decision)
    contradicting = [each for each in by_pair.values() if len({one.ruling for one in each}) > 1]
    findings = tuple(
        Finding(
            Message.of(
                "screening.decisions-contradict",
                person=each[-1].person,
                record=each[-1].record,
                line=each[0].line,
            ),
            Severity.ATTENTION,
            Location(file, each[-1].line),
        )
        for each in contradicting
    )
    both_ways = {each[0].pair for each in contradicting}
    standing = {pair: each[-1] for pair, each in by_pair.items() if pair not in both_ways}
    return Decisions(MappingProxyType(standing), read, file), findings


def is_closed(screened: Screened) -> bool:
    """Whether the search of a person is complete: no candidate, or each decided as another person.

    A person who cannot be screened, or a register that was not searched in full, is never closed.
    """
    if screened.verdict is Verdict.NO_CANDIDATE:
        return True
    if screened.verdict is not Verdict.CANDIDATES or not screened.coverage.is_whole:
        return False
    return all(
        candidate.decision is not None and candidate.decision.ruling is Ruling.OTHER
        for candidate in screened.candidates
    )


def entries_found(screened: Screened) -> int | None:
    """How many records may concern the person, those decided as another person aside.

    None where the person cannot be screened, since then nobody knows.
    """
    if screened.verdict is Verdict.CANNOT_SCREEN:
        return None
    return sum(
        candidate.decision is None or candidate.decision.ruling is Ruling.SAME
        for candidate in screened.candidates
    )
