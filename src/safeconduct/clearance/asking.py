"""Asking the gate: a bundle, an agreement, a moment; for each person what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from safeconduct.agreement import Agreement, Condition
from safeconduct.agreement.floor import Floor, floor, floor_hash
from safeconduct.agreement.frameworks import frameworks_of
from safeconduct.agreement.vocabulary.lists import Every, Exists, NoneOpen, NoOrderStands
from safeconduct.agreement.vocabulary.walk import every_fact, every_node
from safeconduct.basics import digest
from safeconduct.clearance.bundle.answers import answers_contradict
from safeconduct.clearance.bundle.known import Known, known_at
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle, read_bundle
from safeconduct.clearance.bundle.references import (
    asked_ahead,
    dangling,
    order_faults,
    out_of_our_hands,
    recorded_in_the_future,
)
from safeconduct.clearance.bundle.seal import unaccounted
from safeconduct.clearance.bundle.sheets import Sheet
from safeconduct.clearance.cases import Docket, cases_of, docket_of
from safeconduct.clearance.classes import classes_of
from safeconduct.clearance.evaluator import evaluator
from safeconduct.clearance.findings import Clearing, PersonFindings
from safeconduct.clearance.judging import compiled, judged
from safeconduct.clearance.offices import not_vouched_for
from safeconduct.clearance.terms import floor_problems, inherited, terms_asked, terms_problems
from safeconduct.clearance.turn_back import turn_backs
from safeconduct.clearance.world import Moment

_ALWAYS_READ = ("persons", "transfers", "places", "offices", "orders", "searches")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        agreement: under which agreement.
        now: the instant by which facts were recorded, aware, with the offset of its place.
        law_as_of: the day whose terms apply.
        computed_at: when the question is put, aware.
    """

    agreement: Agreement
    now: datetime
    law_as_of: date
    computed_at: datetime

    @property
    def moment(self) -> Moment:
        """The instant in UTC, and its day where the question is asked."""
        return Moment(self.now.astimezone(UTC), self.now.date())


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that was read for it.

    Attributes:
        question: the question.
        bundle: the bundle as read.
        docket: the facts at the moment, and what the cases share.
        floor: what no agreement can switch off.
        above: the conventions that the agreement stands under.
        rules: the floor's conditions, the agreement's, and those of the conventions above it.
        problems: everything that is wrong with the bundle or the agreement.
    """

    question: Question
    bundle: Bundle
    docket: Docket
    floor: Floor
    above: tuple[Agreement, ...]
    rules: tuple[tuple[Condition, bool], ...]
    problems: tuple[Problem, ...]


def prepare(sheets: Sequence[Sheet], name: str, question: Question) -> Asked:
    """Read a bundle for a question.

    Args:
        sheets: the tables of the bundle.
        name: the folder or workbook as the person named it.
        question: what is asked.

    Raises:
        WrongInput: where the bundle holds no persons, or holds a table twice.
    """
    bundle = read_bundle(sheets, name)
    known = known_at(bundle, question.moment)
    classes, class_problems = classes_of(bundle, known)
    laid, above = floor(), frameworks_of(question.agreement)
    rules = rules_of(question.agreement, laid, above)
    problems = (
        *bundle.problems,
        *unaccounted(sheets, tables_read(rule for rule, _ in rules), name),
        *known.problems,
        *class_problems,
        *dangling(bundle, known),
        *not_vouched_for(bundle, known),
        *order_faults(bundle, known),
        *recorded_in_the_future(bundle, question.computed_at),
        *asked_ahead(question.now, question.computed_at),
        *answers_contradict(bundle, known),
        *out_of_our_hands(bundle, known, question.now),
        *floor_problems(laid),
        *(
            problem
            for terms in (question.agreement, *above)
            for problem in terms_problems(terms, question.law_as_of, bundle, known)
        ),
    )
    docket = docket_of(known, question.moment, classes)
    return Asked(question, bundle, docket, laid, above, rules, problems)


def rules_of(
    agreement: Agreement, laid: Floor, above: Sequence[Agreement]
) -> tuple[tuple[Condition, bool], ...]:
    """The floor's conditions, the agreement's, and those of the conventions above it.

    Returns:
        Each condition, and whether it is one of the floor.
    """
    return (
        *((condition, True) for condition in laid.conditions),
        *((condition, False) for condition in agreement.conditions),
        *((condition, False) for terms in above for condition in inherited(terms)),
    )


def tables_read(conditions: Iterable[Condition]) -> set[str]:
    """The tables that conditions read, and those that every answer rests on."""
    tables = set(_ALWAYS_READ)
    for condition in conditions:
        for tree in (condition.require, condition.applies_when):
            if tree is None:
                continue
            tables |= {fact.table for fact in every_fact(tree)}
            for node in every_node(tree):
                if isinstance(node, Exists | Every | NoneOpen):
                    tables.add(node.table)
                elif isinstance(node, NoOrderStands):
                    tables.add("orders")
    return tables


def judge(asked: Asked) -> tuple[PersonFindings, ...]:
    """Judge every person of the bundle, in the order of transfer and person."""
    day = asked.question.law_as_of
    within = timedelta(minutes=asked.floor.acknowledge_within_minutes)
    rules = [compiled(condition, day, from_floor=laid) for condition, laid in asked.rules]
    return tuple(
        replace(judged(case, rules, asked.problems), duties=turn_backs(case, within))
        for case in cases_of(asked.docket)
    )


def answer(asked: Asked) -> Clearing:
    """Judge every person, and say on which terms, floor, facts and program the answer rests."""
    question = asked.question
    return Clearing(
        judge(asked),
        asked.problems,
        terms_asked(question.agreement, asked.above),
        floor_hash(asked.floor),
        facts_hash(asked.docket.known),
        evaluator(),
        question.now,
        question.law_as_of,
        question.computed_at,
    )


def facts_hash(known: Known) -> str:
    """Digest of the facts, whatever the order of their rows."""
    tables = {
        name: sorted(
            (sorted((column, str(value)) for column, value in row.values.items()) for row in rows),
        )
        for name, rows in known.tables.items()
        if name != "contents"
    }
    return digest(tables)
