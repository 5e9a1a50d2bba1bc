"""Who knew when: an order's way through the record, and every act after it, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from safeconduct.basics.digest import Plain
from safeconduct.record import disclosure_store
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.entries.events import EVENTS, Effect
from safeconduct.record.entries.presentation import Presentation
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import HISTORY
from safeconduct.record.naming_orders import DECISION, orders_named
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import accept, proved_by
from safeconduct.record.notes.proof_file import ProofFile
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Malformed, Refused

SHOWN = frozenset(
    {"acts", "agreement", "body", "case", "event", "prev", "recorded", "recorded_at", "seq"}
    | {"at", "happened_at", "known_to", "lift", "office", "order", "orders", "ran_by"}
    | {"received_by"}
)
"""The names of hidden values on which a line of a timeline rests. Nothing that a decision says of
persons is among them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline.

    Attributes:
        index: the entry's place in the log.
        raw: its bytes.
        event: its kind.
        command: for a decision, the command that decided.
        effect: what an act of this kind does.
        names_order: whether the entry names the order; else it is an act in a case of one that
            does, or a decision on somebody whom the order touches.
        case: the case.
        happened_at: when it happened, as the entry states it.
        office: who issued, received or learned of it, or who acted, as the entry states it.
        recorded_at: when it was recorded, by the log's own clock.
        existed_by: the instant by which it stood in the log, on the word of the quorum.
        proof: the proof, in the earliest checkpoint that holds the entry and that is accepted.
    """

    index: int
    raw: bytes
    event: str
    command: str
    effect: Effect
    names_order: bool
    case: str
    happened_at: str
    office: str
    recorded_at: str
    existed_by: datetime | None
    proof: ProofFile


def timeline(storage: LogStorage, policy: Policy, order: str) -> tuple[Moment, ...]:
    """An order's way through the record, and every later act on the cases and persons it concerns.

    The persons are those of whom ``safeconduct order`` said that the order touches them or may, by
    the keys that they go by there.

    Args:
        storage: the owner's log, with the disclosures that it keeps.
        policy: whose cosignatures prove a time.
        order: the order's identifier, as entries name it under ``order``.

    Raises:
        Refused: the log publishes nothing, or cannot be read.
    """
    notes, prover = _history(storage), Prover.of(storage)
    naming = {one.index: one.claims for one in _opened(storage, prover) if one.names(order)}
    if not naming:
        return ()
    first, cases = min(naming), {str(claims["case"]) for claims in naming.values()} - {""}
    persons = {person for claims in naming.values() for person in _touched(claims)}
    return _in_order(
        _moment(storage, notes, policy, one, names_order=one.index in naming)
        for one in _opened(storage, prover, first)
        if one.index in naming or one.claims["case"] in cases or persons & _persons(one.claims)
    )


def _in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """As recorded; what was recorded at one time has places drawn at random, decisions go last."""
    by_time = groupby(moments, lambda moment: moment.recorded_at)
    return tuple(
        moment
        for _, together in by_time
        for moment in sorted(together, key=lambda one: one.event == DECISION)
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    """An entry as its owner reads it."""

    index: int
    raw: bytes
    claims: Mapping[str, Plain]

    def names(self, order: str) -> bool:
        return order in orders_named(self.claims)


def _opened(storage: LogStorage, prover: Prover, since: int = 0) -> Iterator[_Opened]:
    for index, raw in enumerate(prover.entries(since), since):
        entry = _entry(raw)
        if entry is not None:
            claims = Presentation(entry, disclosure_store.read(storage, index, entry.leaf)).claims()
            if claims.get("event") in EVENTS:
                yield _Opened(index, raw, claims)


def _entry(raw: bytes) -> Entry | None:
    try:
        return read_entry(raw)
    except Malformed:
        return None


def _touched(claims: Mapping[str, Plain]) -> frozenset[str]:
    """Whom the order touches, if this is the decision that says so."""
    return _persons(claims) if _said(claims, "command") == "order" else frozenset()


def _persons(claims: Mapping[str, Plain]) -> frozenset[str]:
    """The persons of whom a decision speaks one by one, as far as they are not erased."""
    apart = (value for name, value in _body(claims).items() if name.startswith("person_"))
    return frozenset(str(one["person"]) for one in apart if isinstance(one, dict))


def _said(claims: Mapping[str, Plain], *names: str) -> str:
    found = map(_body(claims).get, names)
    return next((str(value) for value in found if value not in (None, "")), "")


def _body(claims: Mapping[str, Plain]) -> Mapping[str, Plain]:
    body = claims.get("body")
    return body if isinstance(body, dict) else {}


def _moment(
    storage: LogStorage,
    notes: tuple[Note, ...],
    policy: Policy,
    opened: _Opened,
    *,
    names_order: bool,
) -> Moment:
    claims = opened.claims
    proof, existed_by = _earliest(storage, notes, policy, opened.index)
    return Moment(
        opened.index,
        opened.raw,
        str(claims["event"]),
        _said(claims, "command"),
        EVENTS[str(claims["event"])].effect,
        names_order,
        str(claims["case"]),
        _said(claims, "happened_at", "at", "computed_at"),
        _said(claims, "office", "known_to", "received_by", "ran_by"),
        str(claims.get("recorded_at", claims.get("recorded", ""))),
        existed_by,
        proof,
    )


def _earliest(
    storage: LogStorage, notes: tuple[Note, ...], policy: Policy, index: int
) -> tuple[ProofFile, datetime | None]:
    """The proof in the first published checkpoint that holds the entry, and what time it proves."""
    for note in notes:
        if checkpoint_of(note.text).size > index:
            proof = Prover(storage, note).prove(index).proof
            try:
                return proof, proved_by(accept(note, policy), policy)
            except Refused:
                continue
    return Prover.of(storage).prove(index).proof, None


def _history(storage: LogStorage) -> tuple[Note, ...]:
    found = (storage.recall(name) for name in storage.names(HISTORY))
    return tuple(parse_note(data) for data in found if data is not None)
