"""Asking the gate: a bundle, an agreement, a moment; for each person what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from safeconduct.agreement import Agreement, Condition, Use, terms_hash
from safeconduct.agreement.floor import Floor, floor, floor_hash
from safeconduct.agreement.published import FLOOR, published
from safeconduct.agreement.vocabulary.lists import Every, Exists, NoneOpen, NoOrderStands
from safeconduct.agreement.vocabulary.walk import every_fact, every_node
from safeconduct.basics import Location, Message, digest
from safeconduct.clearance.bundle.known import Known, known_at
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import Bundle, read_bundle
from safeconduct.clearance.bundle.references import (
    dangling,
    order_faults,
    recorded_in_the_future,
)
from safeconduct.clearance.bundle.seal import unaccounted
from safeconduct.clearance.bundle.sheets import Sheet
from safeconduct.clearance.cases import Docket, cases_of, docket_of
from safeconduct.clearance.classes import classes_of
from safeconduct.clearance.evaluator import evaluator
from safeconduct.clearance.findings import Clearing, PersonFindings
from safeconduct.clearance.judging import compiled, judged
from safeconduct.clearance.turn_back import turn_backs
from safeconduct.clearance.world import Moment
from safeconduct.facts import STATE_SUFFIX

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
        rules: the floor's conditions and the agreement's that are law.
        problems: everything that is wrong with the bundle or the agreement.
    """

    question: Question
    bundle: Bundle
    docket: Docket
    floor: Floor
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
    laid = floor()
    rules = (
        *((condition, True) for condition in laid.conditions),
        *((condition, False) for condition in question.agreement.conditions),
    )
    problems = (
        *bundle.problems,
        *unaccounted(sheets, tables_read(rule for rule, _ in rules), name),
        *known.problems,
        *class_problems,
        *dangling(bundle, known),
        *order_faults(bundle, known),
        *recorded_in_the_future(bundle, max(question.computed_at, question.now)),
        *terms_problems(question),
        *unlike_published(question.agreement, laid),
        *outside_the_parties(question.agreement, bundle, known),
    )
    docket = docket_of(known, question.moment, classes)
    return Asked(question, bundle, docket, laid, rules, problems)


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


def terms_problems(question: Question) -> list[Problem]:
    """What about the agreement keeps everybody undetermined at best."""
    agreement, day = question.agreement, question.law_as_of
    where = Location(agreement.id)
    found = []
    if agreement.use is Use.AUDIT_ONLY:
        found.append(Problem(Message.of("clearance.audit-only", agreement=agreement.id), where))
    if not agreement.conditions:
        found.append(Problem(Message.of("clearance.no-conditions", agreement=agreement.id), where))
    term = agreement.term
    over = term.end is not None and term.end <= day
    if over or (term.start is not None and day < term.start):
        message = Message.of("clearance.not-in-force", agreement=agreement.id, day=day)
        found.append(Problem(message, where))
    return found


def unlike_published(agreement: Agreement, laid: Floor) -> Iterator[Problem]:
    """Terms or a floor that go by a published name and are not what was published under it."""
    if floor_hash(laid) != published().get(FLOOR):
        yield Problem(Message.of("clearance.floor-not-as-published"), Location(FLOOR))
    stated = published().get(agreement.id)
    if stated is not None and stated != terms_hash(agreement):
        message = Message.of("clearance.not-as-published", agreement=agreement.id)
        yield Problem(message, Location(agreement.id))


def outside_the_parties(agreement: Agreement, bundle: Bundle, known: Known) -> Iterator[Problem]:
    """Persons on a transfer that does not run between the parties of the agreement."""
    named = [party.jurisdiction for party in agreement.parties if party.jurisdiction is not None]
    codes = {jurisdiction.code for jurisdiction in named}
    if len(codes) < 2:
        return
    for person in known.tables["persons"]:
        transfer = known.by_key["transfers"].get(person.text("transfer"))
        if transfer is None:
            continue
        for side in ("sending", "receiving"):
            held = {transfer.text(side), transfer.text(side + STATE_SUFFIX)} - {""}
            if held and not held & codes:
                message = Message.of(
                    "clearance.not-a-party", side=transfer.text(side), agreement=agreement.id
                )
                yield Problem(message, bundle.at(transfer, side), person.text("person"))


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
        terms_hash(question.agreement),
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
