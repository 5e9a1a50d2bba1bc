"""The station: where one party's record meets those of the others.

Keys, cards, links and refused bundles lie in the private part of the record's storage, under
``exchange/``; each mirror has a storage of its own.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.exchange.acknowledgement import read_acknowledgement
from safeconduct.exchange.card import PartyCard, read_card, spoken_string
from safeconduct.exchange.crossing import Withheld, nothing_withheld
from safeconduct.exchange.inbox import Inbox, Received
from safeconduct.exchange.introduction import disagreements
from safeconduct.exchange.keys import ExchangeKeys, read_keys
from safeconduct.exchange.link import Link, read_link
from safeconduct.exchange.mirror import Mirror
from safeconduct.exchange.outbox import Outbox
from safeconduct.exchange.sealing import claimed_sender, seal
from safeconduct.record import LogStorage, Record, Refused, draft
from safeconduct.record.notes import KeyType, SigningKey
from safeconduct.record.tiles.source import Source

KEYS, CARD, COSIGNER = "exchange/keys.json", "exchange/card.json", "exchange/cosigner"
PEERS = "exchange/peers"

Mirrors = Callable[[str], LogStorage]
"""Given a short name made of a party's card, the storage of its mirror, made where it is not."""


@dataclass(frozen=True, slots=True)
class Station:
    """One party's side of every exchange, while it holds the record's lock.

    Attributes:
        record: the party's record.
        storage: the record's storage.
        source: the record as it is published.
        mirrors: where the others' logs are mirrored.
        withheld: which disclosures stay on this side.
    """

    record: Record
    storage: LogStorage
    source: Source
    mirrors: Mirrors
    withheld: Withheld = nothing_withheld

    def make_card(self, card_of: Callable[[ExchangeKeys], PartyCard]) -> PartyCard:
        """Make the party's keys, where there are none yet, and its card.

        Terms, floor and version change; the card then changes with them, and is shown again.
        """
        kept = self.storage.recall(KEYS)
        keys = ExchangeKeys.generate() if kept is None else read_keys(kept)
        if kept is None:
            self.storage.remember(COSIGNER, Ed25519PrivateKey.generate().private_bytes_raw())
            self.storage.remember(KEYS, bytes(keys))
        card = card_of(keys)
        self.storage.remember(CARD, bytes(card))
        return card

    @property
    def card(self) -> PartyCard:
        """The party's own card.

        Raises:
            WrongInput: none was made yet.
        """
        data = self.storage.recall(CARD)
        if data is None:
            raise WrongInput(Finding(Message.of("exchange.no-card"), Severity.ERROR))
        return read_card(data)

    @property
    def keys(self) -> ExchangeKeys:
        """The party's keys for the exchange.

        Raises:
            WrongInput: there are none before a card was made.
        """
        data = self.storage.recall(KEYS)
        if data is None:
            raise WrongInput(Finding(Message.of("exchange.no-card"), Severity.ERROR))
        return read_keys(data)

    @property
    def peers(self) -> tuple[PartyCard, ...]:
        """The parties that officers have introduced."""
        names = (name for name in self.storage.names(PEERS) if name.endswith("/card.json"))
        return tuple(read_card(self.storage.recall(name) or b"") for name in names)

    def peer(self, origin: str) -> PartyCard:
        """The introduced party with that log.

        Raises:
            WrongInput: nobody introduced it.
        """
        for card in self.peers:
            if card.origin == origin:
                return card
        raise WrongInput(Finding(Message.of("exchange.stranger", origin=origin), Severity.ERROR))

    def introduce(self, card: PartyCard, digits: str) -> tuple[Finding, ...]:
        """Trust a party from now on, since both officers read the same digits.

        Args:
            card: the other party's card.
            digits: what the other officer read aloud; blanks make no difference.

        Returns:
            What differs between the cards and does not forbid an exchange.

        Raises:
            WrongInput: the digits differ, or the cards forbid an exchange.
        """
        if "".join(digits.split()) != "".join(spoken_string(self.card, card).split()):
            raise WrongInput(Finding(Message.of("exchange.digits-differ"), Severity.ERROR))
        found = disagreements(self.card, card)
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        if errors:
            raise WrongInput(*errors)
        self.storage.remember(_peer(card, "card.json"), bytes(card))
        return found

    def reach(self, peer: PartyCard) -> str:
        """Where the other party's node takes bundles; empty where only files are carried."""
        return (self.storage.recall(_peer(peer, "url")) or b"").decode()

    def set_reach(self, peer: PartyCard, url: str) -> None:
        """Say where the other party's node takes bundles."""
        self.storage.remember(_peer(peer, "url"), url.encode())

    def overtaken(self, peer: PartyCard) -> int:
        """How many of our entries were looked through for what goes at once."""
        return int(self.storage.recall(_peer(peer, "overtaken")) or b"0")

    def set_overtaken(self, peer: PartyCard, size: int) -> None:
        """Say how many entries were looked through for what goes at once."""
        self.storage.remember(_peer(peer, "overtaken"), str(size).encode())

    def link(self, peer: PartyCard) -> Link:
        """What is known of the other side."""
        return read_link(self.storage.recall(_peer(peer, "link.json")))

    def pack(self, peer: PartyCard, now: datetime) -> bytes | None:
        """The next sealed bundle for a party; nothing where it has everything."""
        bundle = self._outbox(peer).next_bundle(self.link(peer).has, now)
        return None if bundle is None else seal(bundle, self.keys, peer)

    def pack_at_once(
        self, peer: PartyCard, entries: Iterable[tuple[int, bytes]], now: datetime
    ) -> bytes | None:
        """A sealed bundle of the entries that protect somebody; nothing where none does.

        Args:
            peer: the other party.
            entries: index and bytes of entries that are durable, published or not.
            now: the present instant.
        """
        bundle = self._outbox(peer).at_once(entries, now)
        return None if bundle is None else seal(bundle, self.keys, peer)

    def take(self, data: bytes, now: datetime) -> tuple[PartyCard, Received]:
        """Take a sealed bundle, write its receipts into the record, and publish them.

        Raises:
            WrongInput: the bundle comes from nobody who was introduced, or is not for us.
        """
        peer = self._sender(data)
        with self.open_mirror(peer) as (mirror, storage):
            inbox = Inbox(storage, mirror, self.card, peer, self.keys, self._cosigner)
            received = inbox.receive(data, now)
            mirror.keep()
        if received.receipts:
            self.record.append([(draft(one), ()) for one in received.receipts], now)
            self.record.publish(now)
        if received.refused is None:
            self._keep(peer, Link(self.link(peer).has, now))
        return peer, received

    @contextlib.contextmanager
    def open_mirror(self, peer: PartyCard) -> Iterator[tuple[Mirror, LogStorage]]:
        """The mirror of a party's log and where it lies, under its lock."""
        storage = self.mirrors(_short(peer))
        with storage.lock():
            yield Mirror(storage, peer), storage

    def acknowledged(self, data: bytes, by: Sequence[PartyCard], now: datetime) -> PartyCard:
        """Take an acknowledgement from one of these parties; which one it was.

        Raises:
            WrongInput: it comes from none of them, or acknowledges what was never written.
        """
        why = Message.of("exchange.acknowledgement")
        for peer in by:
            try:
                answer = read_acknowledgement(data, self.card, peer)
                link = self.link(peer).after(answer, now, self.record.size)
            except Refused as refused:
                why = refused.message
            else:
                self._keep(peer, link)
                return peer
        raise WrongInput(Finding(why, Severity.ERROR))

    def _keep(self, peer: PartyCard, link: Link) -> None:
        self.storage.remember(_peer(peer, "link.json"), bytes(link))

    def _sender(self, data: bytes) -> PartyCard:
        try:
            return self.peer(claimed_sender(data, self.keys))
        except Refused as refused:
            raise WrongInput(Finding(refused.message, Severity.ERROR, Location())) from refused

    def _outbox(self, peer: PartyCard) -> Outbox:
        return Outbox(self.source, self.record.disclosures, self.card, peer, self.withheld)

    @property
    def _cosigner(self) -> SigningKey:
        secret = self.storage.recall(COSIGNER) or b""
        private = Ed25519PrivateKey.from_private_bytes(secret)
        return SigningKey(self.card.origin, KeyType.COSIGNATURE, private)


def _short(card: PartyCard) -> str:
    return hashlib.sha256(card.origin.encode()).hexdigest()[:16]


def _peer(card: PartyCard, name: str) -> str:
    return f"{PEERS}/{_short(card)}/{name}"
