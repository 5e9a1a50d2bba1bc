"""Who knew when: an order's way through the record, and every act after it, each with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics.digest import Plain
from safeconduct.record import disclosure_store
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.entries.events import EVENTS, Effect
from safeconduct.record.entries.presentation import Presentation
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import HISTORY
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import accept, proved_by
from safeconduct.record.notes.proof_file import ProofFile
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Malformed, Refused

ABOUT_ORDERS = ("order-issued", "order-received", "order-known", "order-verified", "stay-lifted")
"""The events that name an order."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline.

    Attributes:
        index: the entry's place in the log.
        event: its kind.
        effect: what an act of this kind does.
        names_order: whether the entry names the order; else it is an act in the same case.
        case: the case.
        happened_at: when it happened, as the entry states it.
        office: who issued, received or learned of it, or who acted, as the entry states it.
        recorded_at: when it was recorded, by the log's own clock.
        existed_by: the instant by which it stood in the log, on the word of the quorum.
        proof: the proof, in the earliest checkpoint that holds the entry and that is accepted.
    """

    index: int
    event: str
    effect: Effect
    names_order: bool
    case: str
    happened_at: str
    office: str
    recorded_at: str
    existed_by: datetime | None
    proof: ProofFile


def timeline(storage: LogStorage, policy: Policy, order: str) -> tuple[Moment, ...]:
    """An order's way through the record, and every later act in the cases that it concerns.

    Args:
        storage: the owner's log, with the disclosures that it keeps.
        policy: whose cosignatures prove a time.
        order: the order's identifier, as entries name it under ``order``.

    Raises:
        Refused: the log publishes nothing, or cannot be read.
    """
    notes = _history(storage)
    entries = list(_opened(storage, Prover.of(storage)))
    naming = [(index, claims) for index, claims in entries if _names(claims, order)]
    if not naming:
        return ()
    first, cases = naming[0][0], {str(claims["case"]) for _, claims in naming}
    named = {index for index, _ in naming}
    return tuple(
        _moment(storage, notes, policy, index, claims, names_order=index in named)
        for index, claims in entries
        if index in named or (index > first and claims["case"] in cases and claims["case"])
    )


def _opened(storage: LogStorage, prover: Prover) -> Iterator[tuple[int, Mapping[str, Plain]]]:
    for index in range(prover.checkpoint.size):
        entry = _entry(prover.entry(index))
        if entry is not None:
            claims = Presentation(entry, disclosure_store.read(storage, index, entry.leaf)).claims()
            if claims.get("event") in EVENTS:
                yield index, claims


def _entry(raw: bytes) -> Entry | None:
    try:
        return read_entry(raw)
    except Malformed:
        return None


def _names(claims: Mapping[str, Plain], order: str) -> bool:
    return claims["event"] in ABOUT_ORDERS and _said(claims, "order") == order


def _said(claims: Mapping[str, Plain], *names: str) -> str:
    body = claims.get("body")
    found = (body.get(name) for name in names) if isinstance(body, dict) else ()
    return next((str(value) for value in found if value not in (None, "")), "")


def _moment(
    storage: LogStorage,
    notes: tuple[Note, ...],
    policy: Policy,
    index: int,
    claims: Mapping[str, Plain],
    *,
    names_order: bool,
) -> Moment:
    proof, existed_by = _earliest(storage, notes, policy, index)
    return Moment(
        index,
        str(claims["event"]),
        EVENTS[str(claims["event"])].effect,
        names_order,
        str(claims["case"]),
        _said(claims, "happened_at", "at"),
        _said(claims, "office", "known_to"),
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
