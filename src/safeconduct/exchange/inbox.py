"""The inbox: a bundle is verified whole, taken whole or refused whole, and answered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.exchange.acknowledgement import Acknowledgement
from safeconduct.exchange.bundle import Bundle, Carried, Haste
from safeconduct.exchange.card import PartyCard
from safeconduct.exchange.keys import ExchangeKeys
from safeconduct.exchange.mirror import Mirror, Mirrored
from safeconduct.exchange.sealing import open_sealed
from safeconduct.record import LogStorage, Refused, Statement
from safeconduct.record.entries import EVENTS, Effect, read_disclosure, read_entry
from safeconduct.record.notes import Checkpoint, SigningKey, cosign, parse_note

REFUSED = "refused"
AHEAD = "ahead"
MOST_KEPT = 1_000
"""Refused bundles that are kept whole as evidence; a flood fills no disk."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An entry of the other party that is new here.

    Attributes:
        index: its place in their log.
        leaf: its leaf hash, in hexadecimal.
        claims: what it says, with what was disclosed.
        ahead: it came at once; its place in their log is not proved yet.
    """

    index: int
    leaf: str
    claims: dict[str, Plain]
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """What came of a bundle.

    Attributes:
        arrived: the entries that are new here, in their order.
        receipts: what is to be written into our record, so that theirs takes effect.
        answer: the acknowledgement to send back.
        refused: why nothing was taken, where nothing was.
    """

    arrived: tuple[Arrived, ...]
    receipts: tuple[Statement, ...]
    answer: Acknowledgement
    refused: Message | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where bundles of one party arrive, under the lock of the mirror's storage.

    Attributes:
        storage: where the mirror of their log lies.
        mirror: the mirror.
        own: our card.
        peer: theirs.
        keys: our keys.
        cosigner: the key that we cosign their checkpoints with; without one we cosign nothing.
    """

    storage: LogStorage
    mirror: Mirror
    own: PartyCard
    peer: PartyCard
    keys: ExchangeKeys = field(repr=False)
    cosigner: SigningKey | None = field(default=None, repr=False)

    def receive(self, data: bytes, now: datetime) -> Received:
        """Take a sealed bundle. Nothing of a bundle that is refused is applied."""
        try:
            bundle = open_sealed(data, self.keys, self.own, self.peer, now)
            if bundle.haste is Haste.AT_ONCE:
                return self._ahead(bundle)
            return self._in_order(bundle, now)
        except Refused as refused:
            self._keep_refused(data)
            answer = self._answer(refused=refused.message.code)
            return Received((), (), answer, refused.message)

    def _in_order(self, bundle: Bundle, now: datetime) -> Received:
        have = self.mirror.size
        if bundle.entries and bundle.entries[0].index > have:
            first = bundle.entries[0].index
            raise Refused(Message.of("exchange.gap", first=first, have=have))
        carried = [one for one in bundle.entries if one.index >= have]
        self._compare_again([one for one in bundle.entries if one.index < have])
        if not carried and bundle.entries:
            return Received((), (), self._answer())
        mirrored = [_mirrored(one) for one in carried]
        checkpoint = self.mirror.take(mirrored, bundle.checkpoint, bundle.proof)
        arrived = [self._arrived(one) for one in mirrored if not self._came_ahead(one)]
        receipts = _receipts(self.peer.origin, mirrored, checkpoint, self.mirror.size)
        line = self._cosigned(bundle.checkpoint, checkpoint, now)
        return Received(tuple(arrived), receipts, self._answer(cosignature=line))

    def _compare_again(self, carried: Sequence[Carried]) -> None:
        """What was sent before may be sent again, and must then be the same."""
        for one in carried:
            if self.mirror.entry(one.index) != one.raw:
                raise Refused(Message.of("exchange.changed", index=one.index))

    def _ahead(self, bundle: Bundle) -> Received:
        mirrored = [_mirrored(one) for one in bundle.entries]
        for one in mirrored:
            self.mirror.check_ahead(one)
        new = [one for one in mirrored if not self._is_here(one)]
        for one in new:
            self.storage.remember(_ahead_name(one), str(one.index).encode())
        arrived = tuple(self._arrived(one, ahead=True) for one in new)
        receipts = tuple(_receipt(self.peer.origin, one) for one in new)
        leaves = tuple(one.entry.leaf.hex() for one in mirrored)
        return Received(arrived, receipts, self._answer(leaves=leaves))

    def _is_here(self, one: Mirrored) -> bool:
        if self.storage.recall(_ahead_name(one)) is not None:
            return True
        return one.index < self.mirror.size and self.mirror.entry(one.index) == one.entry.raw

    def _came_ahead(self, one: Mirrored) -> bool:
        name = _ahead_name(one)
        if self.storage.recall(name) is None:
            return False
        self.storage.forget(name)
        return True

    def overdue(self) -> tuple[int, ...]:
        """Places below the mirror's size at which an entry was promised and another stands.

        Somebody who sends an entry at once and then leaves it out of the log is found here.
        """
        promised = [int(self.storage.recall(name) or b"0") for name in self.storage.names(AHEAD)]
        return tuple(sorted(index for index in promised if index < self.mirror.size))

    def _arrived(self, one: Mirrored, *, ahead: bool = False) -> Arrived:
        claims = dict(one.presentation.claims())
        return Arrived(one.index, one.entry.leaf.hex(), claims, ahead)

    def _cosigned(self, note: bytes, checkpoint: Checkpoint, now: datetime) -> str:
        if self.cosigner is None or self.mirror.size != checkpoint.size:
            return ""
        return str(cosign(parse_note(note).text, self.cosigner, now))

    def _answer(
        self, leaves: tuple[str, ...] = (), cosignature: str = "", refused: str = ""
    ) -> Acknowledgement:
        own, peer, size = self.own.origin, self.peer.origin, self.mirror.size
        return Acknowledgement(own, peer, size, leaves, cosignature, refused)

    def _keep_refused(self, data: bytes) -> None:
        if len(self.storage.names(REFUSED)) < MOST_KEPT:
            name = hashlib.sha256(data).hexdigest()
            self.storage.remember(f"{REFUSED}/{name}", data)


def _mirrored(one: Carried) -> Mirrored:
    return Mirrored(one.index, read_entry(one.raw), tuple(map(read_disclosure, one.shown)))


def _ahead_name(one: Mirrored) -> str:
    return f"{AHEAD}/{one.entry.leaf.hex()}"


def _receipts(
    log: str, mirrored: Sequence[Mirrored], checkpoint: Checkpoint, size: int
) -> tuple[Statement, ...]:
    """A receipt for each act that waits for one, and one for the log as far as it is here."""
    single = [_receipt(log, one) for one in mirrored if _waits(one)]
    if all(one.entry.is_sealed or _is_receipt(one) for one in mirrored):
        return tuple(single)  # or receipts would answer receipts for ever
    facts: dict[str, Plain] = {
        "log": log,
        "size": size,
        "tree": checkpoint.size,
        "root": checkpoint.root.hex(),
    }
    return (*single, Statement("receipt", facts=facts))


def _receipt(log: str, one: Mirrored) -> Statement:
    facts: dict[str, Plain] = {"log": log, "leaf": one.entry.leaf.hex(), "index": one.index}
    return Statement("receipt", facts=facts)


def _waits(one: Mirrored) -> bool:
    event = EVENTS.get(str(one.entry.claims.get("event", "")))
    return event is not None and event.effect is Effect.PERMISSIVE


def _is_receipt(one: Mirrored) -> bool:
    return one.entry.claims.get("event") == "receipt"
