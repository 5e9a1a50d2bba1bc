"""Judging one case by conditions: every one is asked, every finding is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.agreement import Condition
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.compiling import Closure, Trace, closure_of
from safeconduct.clearance.findings import ConditionFinding, Evidence, PersonFindings
from safeconduct.clearance.missing.needs import Need, needs_of, worst_kind
from safeconduct.clearance.outcomes import Outcome, Verdict, outcome_of
from safeconduct.clearance.world import Case


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition, compiled once for all cases.

    Attributes:
        condition: the condition.
        from_floor: whether it is one of the floor.
        requires: what must hold.
        applies: to whom it applies; None means everybody.
        is_law: whether it is law on the day of the question.
    """

    condition: Condition
    from_floor: bool
    requires: Closure
    applies: Closure | None
    is_law: bool


def compiled(condition: Condition, law_as_of: date, *, from_floor: bool) -> Rule:
    """Compile a condition for questions of one day."""
    applies = condition.applies_when
    return Rule(
        condition,
        from_floor,
        closure_of(condition.require),
        None if applies is None else closure_of(applies),
        condition.is_law_on(law_as_of),
    )


def judged(case: Case, rules: Sequence[Rule], problems: Iterable[Problem]) -> PersonFindings:
    """Ask every rule of a case.

    Args:
        case: the case.
        rules: what is asked.
        problems: what is wrong with the bundle.
    """
    person = case.person.text("person")
    concerning = tuple(problem for problem in problems if problem.concerns(person))
    findings = tuple(_finding(rule, case) for rule in rules)
    outcome = outcome_of(finding.verdict for finding in findings)
    if concerning and outcome is Outcome.NO_BAR_FOUND:
        outcome = Outcome.UNDETERMINED
    transfer = case.person.text("transfer")
    return PersonFindings(person, transfer, outcome, findings, concerning, case)


def _finding(rule: Rule, case: Case) -> ConditionFinding:
    trace: Trace = []
    verdict = _verdict(rule, case, trace)
    needs: tuple[Need, ...] = ()
    if verdict is Verdict.UNKNOWN:
        trees = (rule.condition.require, rule.condition.applies_when)
        wanted = (needs_of(t, case, case.person) for t in trees if t is not None)
        needs = tuple(sorted(frozenset[Need]().union(*wanted)))
    return ConditionFinding(
        rule.condition,
        rule.from_floor,
        verdict,
        tuple(Evidence(fact, value, row) for fact, value, row in _once(trace)),
        needs,
        worst_kind(needs) if verdict is Verdict.UNKNOWN else None,
    )


def _verdict(rule: Rule, case: Case, trace: Trace) -> Verdict:
    """False only for somebody to whom the condition certainly applies; in doubt it is unknown."""
    if not rule.is_law:
        return Verdict.NOT_APPLICABLE
    applies = True if rule.applies is None else rule.applies(case, case.person, trace)
    if applies is False:
        return Verdict.NOT_APPLICABLE
    required = rule.requires(case, case.person, trace)
    return Verdict.of(None if required is False and applies is None else required)


def _once(trace: Trace) -> Trace:
    """The facts read, each once, in the order of reading."""
    return list({(fact, id(row)): (fact, value, row) for fact, value, row in trace}.values())
