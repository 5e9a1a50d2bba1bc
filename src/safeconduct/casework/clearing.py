"""Asking the gate about persons of a node, and the digest of what it found of one of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from safeconduct.agreement import Agreement
from safeconduct.basics import digest
from safeconduct.casework.ports import View
from safeconduct.clearance import (
    Asked,
    Clearing,
    ConditionFinding,
    PersonFindings,
    Question,
    answer,
    prepare,
)


def ask_gate(view: View, terms: Agreement, persons: Collection[str], now: datetime) -> Asked:
    """The question whether these persons may board, with all that is read for it.

    Args:
        view: what is known.
        terms: the agreement's terms.
        persons: of whom.
        now: the moment, aware, with the offset of its place; its day is the day of the law.

    Raises:
        WrongInput: none of the persons is registered.
    """
    return prepare(view.sheets(persons), view.agreement, Question(terms, now, now.date(), now))


def gate(view: View, terms: Agreement, persons: Collection[str], now: datetime) -> Clearing:
    """What the gate finds of these persons now."""
    return answer(ask_gate(view, terms, persons, now))


def findings_of(clearing: Clearing, person: str) -> PersonFindings | None:
    """What was found of one person; None where the gate was not asked about this one."""
    return next((one for one in clearing.persons if one.person == person), None)


def findings_digest(clearing: Clearing, one: PersonFindings) -> str:
    """The digest under which a human signs: outcome, findings, facts read, terms and program.

    The moment is not part of it: what was signed yesterday stands for as long as the same facts
    give the same findings under the same terms.
    """
    return digest(
        {
            "person": one.person,
            "transfer": one.transfer,
            "outcome": one.outcome.value,
            "terms": clearing.terms_hash,
            "floor": clearing.floor_hash,
            "evaluator": clearing.evaluator,
            "facts": facts_digest(one),
            "findings": [
                [found.condition.id, found.from_floor, found.verdict.value]
                for found in one.findings
            ],
            "problems": sorted(problem.message.code for problem in one.problems),
        }
    )


def facts_digest(one: PersonFindings) -> str:
    """The digest of the facts that were read for one person, in whatever order."""
    return digest(sorted(line for found in one.findings for line in _facts_of(found)))


def _facts_of(found: ConditionFinding) -> list[str]:
    return [
        f"{found.condition.id}|{e.fact}|{e.value}|{e.as_of}|{e.attested_by}" for e in found.evidence
    ]
