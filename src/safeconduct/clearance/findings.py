"""What the gate has to say of a person: findings with clause, evidence and what would settle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from safeconduct.agreement import Condition
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.missing.needs import Need
from safeconduct.clearance.outcomes import Outcome, Verdict
from safeconduct.clearance.rows import Cell, Row, UnknownKind
from safeconduct.clearance.turn_back import TurnBack
from safeconduct.clearance.world import Case


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that was read.

    Attributes:
        fact: its name, as ``table.column``.
        value: its value; None where nobody recorded one.
        row: where it stands; as of when, and who vouches for it.
    """

    fact: str
    value: Cell
    row: Row

    @property
    def as_of(self) -> datetime | None:
        """When the fact was recorded."""
        return self.row.instant("recorded_at")

    @property
    def attested_by(self) -> str:
        """The office that vouches for it; empty where nobody does."""
        return self.row.text("attested_by")


@dataclass(frozen=True, slots=True)
class ConditionFinding:
    """What came of one condition for one person.

    Attributes:
        condition: the condition.
        from_floor: whether it is one of the floor.
        verdict: what came of it.
        evidence: the facts read.
        needs: for an unknown, what would settle it.
        unknown: for an unknown, of which kind it is.
    """

    condition: Condition
    from_floor: bool
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    needs: tuple[Need, ...]
    unknown: UnknownKind | None


@dataclass(frozen=True, slots=True)
class PersonFindings:
    """What came of one person.

    Attributes:
        person: the person.
        transfer: the transfer; empty where none is known.
        outcome: the outcome.
        findings: one for each condition; none is left out.
        problems: what is wrong with the bundle and leaves something unknown for the person.
        case: all that was known of the person.
        duties: what an order that reached a transfer under way asks for.
    """

    person: str
    transfer: str
    outcome: Outcome
    findings: tuple[ConditionFinding, ...]
    problems: tuple[Problem, ...]
    case: Case
    duties: tuple[TurnBack, ...] = ()


@dataclass(frozen=True, slots=True)
class Clearing:
    """The answer for a bundle.

    Attributes:
        persons: one for each person.
        problems: everything that is wrong with the bundle.
        terms_hash: digest of the agreement.
        floor_hash: digest of the floor.
        facts_hash: digest of the facts known at the moment.
        evaluator: version and digest of the program that answered.
        facts_as_of: the moment by which facts were recorded.
        law_as_of: the day whose terms were applied.
        computed_at: when the answer was computed.
    """

    persons: tuple[PersonFindings, ...]
    problems: tuple[Problem, ...]
    terms_hash: str
    floor_hash: str
    facts_hash: str
    evaluator: str
    facts_as_of: datetime
    law_as_of: date
    computed_at: datetime
