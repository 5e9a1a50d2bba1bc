"""The answer as the command-line contract states it."""

from __future__ import annotations

from datetime import UTC, datetime

from safeconduct.basics import Lang, Message, advice, render, text
from safeconduct.basics.digest import Plain, plain
from safeconduct.clearance.asking import Asked
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.explain import remedy_of, source_of, who_says, why
from safeconduct.clearance.findings import Clearing, ConditionFinding, Evidence, PersonFindings
from safeconduct.clearance.outcomes import Outcome
from safeconduct.clearance.turn_back import TurnBack


def clearing_report(clearing: Clearing, asked: Asked, lang: Lang) -> dict[str, Plain]:
    """The whole answer; sentences in the language."""
    agreement = asked.question.agreement
    return {
        "agreement": str(agreement.id),
        "terms_hash": clearing.terms_hash,
        "floor_hash": clearing.floor_hash,
        "facts_hash": clearing.facts_hash,
        "evaluator": clearing.evaluator,
        "facts_as_of": clearing.facts_as_of.isoformat(),
        "law_as_of": clearing.law_as_of.isoformat(),
        "computed_at": clearing.computed_at.isoformat(),
        "problems": [problem_as_plain(problem, lang) for problem in clearing.problems],
        "persons": [_person(person, asked, lang) for person in clearing.persons],
    }


def outcome_reads(outcome: Outcome, lang: Lang) -> str:
    """The outcome in words; the best one is no approval and does not read like one."""
    return text(f"clearance.outcome-{outcome}", lang)


def _person(person: PersonFindings, asked: Asked, lang: Lang) -> Plain:
    return {
        "person": person.person,
        "transfer": person.transfer or None,
        "outcome": person.outcome.value,
        "reads": outcome_reads(person.outcome, lang),
        "findings": [
            *(_finding(finding, person, asked, lang) for finding in person.findings),
            *(_held_back(problem, lang) for problem in person.problems),
        ],
        "duties": [_duty(duty) for duty in person.duties],
    }


def _finding(finding: ConditionFinding, person: PersonFindings, asked: Asked, lang: Lang) -> Plain:
    condition = finding.condition
    return {
        "condition": condition.id,
        "says": condition.label.in_language(lang),
        "clause": str(condition.citation.clause),
        "source": source_of(finding, person.case, asked, lang),
        "outcome": finding.verdict.value,
        "unknown": finding.unknown.value if finding.unknown else None,
        "on_unknown": condition.when_unknown.value,
        "why": why(finding, person.case, lang),
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "settled_by": settled_by(finding, lang) or None,
    }


def settled_by(finding: ConditionFinding, lang: Lang) -> str:
    """What would settle an unknown and who can; empty for what is settled."""
    said = text("clearance.settled-by", lang)
    return "; ".join(
        said.format(who=who_says(need, lang), what=remedy_of(need, lang)) for need in finding.needs
    )


def _held_back(problem: Problem, lang: Lang) -> Plain:
    """A fault of the bundle, as the finding that it leaves for a person."""
    sentence = sentence_with_place(problem, lang)
    return {
        "condition": problem.message.code.replace(".", "-"),
        "says": text("clearance.bundle-whole", lang),
        "clause": "bundle",
        "source": text("clearance.source-policy", lang).format(
            title=text("clearance.policy-of-product", lang)
        ),
        "outcome": "unknown",
        "unknown": "contradictory",
        "on_unknown": "hold",
        "why": sentence,
        "evidence": [],
        "settled_by": advice(problem.message, lang) or text("clearance.mend-bundle", lang),
    }


def sentence_with_place(problem: Problem, lang: Lang) -> str:
    """What is wrong, with the file, the line and the column."""
    place = str(problem.location)
    return f"{place}: {render(problem.message, lang)}" if place else render(problem.message, lang)


def problem_as_plain(problem: Problem, lang: Lang) -> Plain:
    """What is wrong, where, for whom, and whether it holds somebody back."""
    message: Message = problem.message
    return {
        "code": message.code,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "person": problem.person or None,
        "holds": problem.holds,
        "says": render(message, lang),
    }


def _evidence(evidence: Evidence) -> Plain:
    as_of = evidence.as_of
    return {
        "fact": evidence.fact,
        "value": _value(evidence),
        "as_of": as_of.isoformat() if as_of else None,
        "attested_by": evidence.attested_by or None,
        "source": evidence.row.text("source") or None,
        "line": evidence.row.line or None,
    }


def _value(evidence: Evidence) -> Plain:
    value = evidence.value
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else plain(value)


def _duty(duty: TurnBack) -> Plain:
    return {
        "duty": "turn-back",
        "state": duty.state.value,
        "order": duty.order,
        "certain": duty.is_certain,
        "known_at": duty.known_at.isoformat(),
        "acknowledge_by": duty.acknowledge_by.isoformat(),
    }
