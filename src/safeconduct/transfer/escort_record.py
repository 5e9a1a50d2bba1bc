"""The escort record: what those who carry a person must know, and nothing of the case.

Sections follow the Person Escort Record of the Ministry of Justice (UK): risk, health needs,
release status, property with its seals. Its question whether somebody belongs to a gang is not
among them: what is alleged needs a source, a date and a way to contest it, and is no ground to
handle anybody differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from safeconduct.basics import Finding, Location, Message, Severity


class Section(StrEnum):
    """A part of the record."""

    RISK = "risk"
    HEALTH = "health"
    RELEASE = "release"
    PROPERTY = "property"


class AnswerKind(StrEnum):
    """What an item is answered with."""

    YES_NO = "yes-no"
    TEXT = "text"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the record.

    Attributes:
        name: its name.
        section: where it stands.
        answer: what it is answered with.
        needed: whether nobody departs before it is answered.
        follows: the yes-or-no item that, answered yes, makes this one needed; empty for none.
    """

    name: str
    section: Section
    answer: AnswerKind
    needed: bool = False
    follows: str = ""

    @property
    def label(self) -> Message:
        """The question in words."""
        return Message(f"transfer.item-{self.name}")


def _items(section: Section, *rows: tuple[str, AnswerKind, bool, str]) -> tuple[Item, ...]:
    return tuple(Item(name, section, answer, need, after) for name, answer, need, after in rows)


_YES_NO, _TEXT, _INSTANT = AnswerKind.YES_NO, AnswerKind.TEXT, AnswerKind.INSTANT

_ALL: tuple[Item, ...] = (
    *_items(
        Section.RISK,
        ("self-harm", _YES_NO, True, ""),
        ("self-harm-observation", _TEXT, False, "self-harm"),
        ("keep-apart", _YES_NO, True, ""),
        ("keep-apart-from", _TEXT, False, "keep-apart"),
        ("risk-to-others", _YES_NO, True, ""),
        ("risk-to-others-observed", _TEXT, False, "risk-to-others"),
        ("concealed-items-found", _YES_NO, True, ""),
        ("restraint-ordered", _YES_NO, True, ""),
        ("restraint-ordered-by", _TEXT, False, "restraint-ordered"),
        ("language", _TEXT, True, ""),
        ("interpreter-needed", _YES_NO, True, ""),
        ("religious-needs", _TEXT, False, ""),
    ),
    *_items(
        Section.HEALTH,
        ("fit-to-travel", _YES_NO, True, ""),
        ("needs-on-the-way", _YES_NO, True, ""),
        ("needs-on-the-way-are", _TEXT, False, "needs-on-the-way"),
        ("medicine-on-the-way", _YES_NO, True, ""),
        ("medicine-given-at", _INSTANT, False, "medicine-on-the-way"),
        ("medicine-due-at", _INSTANT, False, "medicine-on-the-way"),
        ("allergy", _YES_NO, True, ""),
        ("allergy-to", _TEXT, False, "allergy"),
        ("pregnant", _YES_NO, True, ""),
        ("special-vehicle", _YES_NO, True, ""),
        ("child-travels-along", _YES_NO, True, ""),
        ("clinician-to-call", _TEXT, True, ""),
    ),
    *_items(
        Section.RELEASE,
        ("to-be-released-on-the-way", _YES_NO, True, ""),
        ("stay-or-hold-stands", _YES_NO, True, ""),
        ("counsel-told", _YES_NO, True, ""),
        ("family-told", _YES_NO, True, ""),
    ),
    *_items(
        Section.PROPERTY,
        ("property-travels", _YES_NO, True, ""),
        ("medicine-travels", _YES_NO, True, ""),
        ("legal-papers-travel", _YES_NO, True, ""),
    ),
)  # fmt: skip

ITEMS: Mapping[str, Item] = MappingProxyType({item.name: item for item in _ALL})
"""Every question, by name, in the order of the record."""

NEVER_ASKED = frozenset(
    {"gang", "gang-member", "organised-crime", "gang-or-organised-crime", "threat-score",
     "offence", "offence-history", "nationality-of-crime", "tattoos", "diagnosis"}
)  # fmt: skip
"""Names under which other records ask for what an escort is not told."""

AnswerValue = bool | str | datetime


@dataclass(frozen=True, slots=True)
class Bag:
    """A sealed bag of belongings.

    Attributes:
        kind: what bag it is, e.g. ``clothes``, ``valuables``, ``legal-papers``.
        seal: the number on its seal.
    """

    kind: str
    seal: str


@dataclass(frozen=True, slots=True)
class EscortRecord:
    """The record of one person on one transfer.

    Attributes:
        person: the person.
        transfer: the transfer.
        answers: item to answer.
        bags: the belongings.
    """

    person: str
    transfer: str
    answers: Mapping[str, AnswerValue]
    bags: tuple[Bag, ...] = ()


def read_answers(
    given: Mapping[str, AnswerValue],
) -> tuple[Mapping[str, AnswerValue], tuple[Finding, ...]]:
    """The answers that belong into the record, and what was left out or is wrong.

    Whatever other records ask about groups, scores, offences or diagnoses is dropped, and said so;
    who wants it kept records an allegation with its source.
    """
    kept: dict[str, AnswerValue] = {}
    found = []
    for name, value in given.items():
        item = ITEMS.get(name)
        if name in NEVER_ASKED:
            found.append(_finding("transfer.escort-never-asked", name, Severity.ATTENTION))
        elif item is None:
            found.append(_finding("transfer.escort-unknown-item", name, Severity.ERROR))
        elif not _answers(item.answer, value):
            found.append(_finding(f"transfer.escort-not-{item.answer.value}", name, Severity.ERROR))
        else:
            kept[name] = value
    return MappingProxyType(kept), tuple(found)


def missing(record: EscortRecord) -> tuple[Finding, ...]:
    """What must still be answered before anybody departs with the person."""
    answers = record.answers
    needed = (i for i in ITEMS.values() if i.needed or answers.get(i.follows) is True)
    lacking = [
        Finding(
            Message.of("transfer.escort-missing", person=record.person, item=item.label),
            Severity.ERROR,
            Location(column=item.name),
        )
        for item in needed
        if item.name not in answers
    ]
    if answers.get("fit-to-travel") is False:
        lacking.append(_about(record, "transfer.escort-not-fit"))
    if answers.get("stay-or-hold-stands") is True:
        lacking.append(_about(record, "transfer.escort-stay-stands"))
    if answers.get("property-travels") is True and not record.bags:
        lacking.append(_about(record, "transfer.escort-no-bags"))
    return (*lacking, *_seals_twice(record))


def property_differs(sent: Iterable[Bag], received: Iterable[Bag]) -> tuple[Finding, ...]:
    """Bags whose seals were sent and did not arrive, or arrived and were not sent."""
    before, after = {bag.seal for bag in sent}, {bag.seal for bag in received}
    lost = [("transfer.escort-bag-lost", seal) for seal in sorted(before - after)]
    new = [("transfer.escort-bag-not-sent", seal) for seal in sorted(after - before)]
    return tuple(Finding(Message(code, {"seal": seal})) for code, seal in (*lost, *new))


def _seals_twice(record: EscortRecord) -> Iterator[Finding]:
    seals = [bag.seal for bag in record.bags]
    for seal in dict.fromkeys(seals):
        if seals.count(seal) > 1:
            code = "transfer.escort-seal-twice"
            yield Finding(Message(code, {"person": record.person, "seal": seal}), Severity.ERROR)


def _answers(kind: AnswerKind, value: AnswerValue) -> bool:
    if kind is AnswerKind.YES_NO:
        return isinstance(value, bool)
    if kind is AnswerKind.INSTANT:
        return isinstance(value, datetime) and value.tzinfo is not None
    return isinstance(value, str) and bool(value.strip())


def _about(record: EscortRecord, code: str) -> Finding:
    return Finding(Message(code, {"person": record.person}), Severity.ERROR)


def _finding(code: str, name: str, severity: Severity) -> Finding:
    return Finding(Message(code, {"item": name}), severity, Location(column=name))
