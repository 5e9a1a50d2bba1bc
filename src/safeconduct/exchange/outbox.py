"""The outbox: what the other party lacks of our log, in bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from safeconduct.exchange.bundle import MAX_ENTRIES, Bundle, Carried, Haste
from safeconduct.exchange.card import PartyCard
from safeconduct.exchange.crossing import Withheld, crossing, nothing_withheld
from safeconduct.record import Prover
from safeconduct.record.entries import EVENTS, Disclosure, Effect, Entry, read_entry
from safeconduct.record.tiles.layout import TILE_WIDTH, bundles_of
from safeconduct.record.tiles.reader import TileReader
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree import consistency_proof

EXPIRES_AFTER = timedelta(days=30)
"""How long a bundle may be on its way; a stick travels slowly."""

MAX_BUNDLE_BYTES = 8 * 2**20
"""Entries and disclosures of a bundle, roughly; whoever has much to say sends several."""

Disclosing = Callable[[int, bytes], tuple[Disclosure, ...]]
"""Given an entry's index and bytes, its disclosures that were not erased."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """What one party sends to another.

    Attributes:
        source: our log as published.
        disclosures: where the disclosures are kept.
        own: our card.
        peer: theirs.
        withheld: which disclosures of shared entries stay here all the same.
    """

    source: Source
    disclosures: Disclosing
    own: PartyCard
    peer: PartyCard
    withheld: Withheld = nothing_withheld

    def next_bundle(self, has: int, now: datetime) -> Bundle | None:
        """The bundle that follows what the other party has; nothing where it has everything.

        Args:
            has: how many entries of our log the other party acknowledged.
            now: the present instant.
        """
        prover = Prover.of(self.source)
        size = prover.checkpoint.size
        if has >= size:
            return None
        reader = TileReader(self.source, size)
        entries = self._filled(reader, has, size)
        proof = consistency_proof(has + len(entries), size, reader.node)
        return self._bundle(Haste.IN_ORDER, entries, bytes(prover.note), proof, now)

    def at_once(self, entries: Iterable[tuple[int, bytes]], now: datetime) -> Bundle | None:
        """A bundle of those entries that protect somebody; nothing where none does.

        Args:
            entries: index and bytes of entries that are durable, published or not.
            now: the present instant.
        """
        carried = [
            self._carried(index, entry)
            for index, raw in entries
            if is_protective(entry := read_entry(raw))
        ]
        return self._bundle(Haste.AT_ONCE, carried, b"", (), now) if carried else None

    def _filled(self, reader: TileReader, has: int, size: int) -> list[Carried]:
        entries: list[Carried] = []
        weight = 0
        for index, raw in _entries(reader, has, min(size, has + MAX_ENTRIES), size):
            one = self._carried(index, read_entry(raw))
            weight += len(one.raw) + sum(map(len, one.shown))
            if entries and weight > MAX_BUNDLE_BYTES:
                break
            entries.append(one)
        return entries

    def _carried(self, index: int, entry: Entry) -> Carried:
        kept = () if entry.is_sealed else self.disclosures(index, entry.raw)
        return Carried(index, entry.raw, crossing(entry, kept, self.withheld))

    def _bundle(
        self,
        haste: Haste,
        entries: Iterable[Carried],
        note: bytes,
        proof: tuple[bytes, ...],
        now: datetime,
    ) -> Bundle:
        own, peer = self.own, self.peer
        return Bundle(
            own.origin,
            peer.origin,
            own.agreement,
            haste,
            tuple(entries),
            note,
            proof,
            now + EXPIRES_AFTER,
        )


def _entries(reader: TileReader, start: int, end: int, size: int) -> Iterator[tuple[int, bytes]]:
    """Index and bytes of the entries of a range, each of the log's own bundles read once."""
    for lying in bundles_of(size, start):
        first = lying.index * TILE_WIDTH
        if first >= end:
            return
        for index, raw in enumerate(reader.bundle(lying), first):
            if start <= index < end:
                yield index, raw


def is_protective(entry: Entry) -> bool:
    """Whether an entry binds at once and is for both parties, so that it overtakes others."""
    event = EVENTS.get(str(entry.claims.get("event", "")))
    return event is not None and event.effect is Effect.PROTECTIVE
