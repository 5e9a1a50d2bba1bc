"""The other party's log as it arrived here: whole, verified, and never ours to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.exchange.card import PartyCard
from safeconduct.record import LogStorage, Refused, disclosure_store
from safeconduct.record.entries import Disclosure, Entry, Presentation, read_entry
from safeconduct.record.keys import Keyring
from safeconduct.record.log import ForkEvidence, evidence
from safeconduct.record.log.growing_tree import GrowingTree
from safeconduct.record.memory import Memory
from safeconduct.record.notes import Checkpoint, Note, checkpoint_of, open_note, parse_note
from safeconduct.record.tiles.bundle import read_bundle, write_bundle
from safeconduct.record.tiles.layout import CHECKPOINT, TILE_WIDTH
from safeconduct.record.tiles.layout import Bundle as EntryBundle
from safeconduct.record.tree import CompactRange, leaf_hash, verify_consistency


@dataclass(frozen=True, slots=True)
class Mirrored:
    """An entry of the other party, verified.

    Attributes:
        index: its place in their log.
        entry: the entry.
        disclosures: what they disclosed of it to us.
    """

    index: int
    entry: Entry
    disclosures: tuple[Disclosure, ...]

    @property
    def presentation(self) -> Presentation:
        """The entry with what was disclosed."""
        return Presentation(self.entry, self.disclosures)


class Mirror:
    """A mirror of one log, under its storage's lock."""

    def __init__(self, storage: LogStorage, peer: PartyCard) -> None:
        self._storage = storage
        self._peer = peer
        base, tail = storage.journal()
        self._tail = list(tail)
        self._tree = GrowingTree(storage, base)
        self._tree.add(map(leaf_hash, tail))
        self._range = _range_of(self._tree)
        self._memory = Memory(storage)
        behind = self._memory.upto
        if behind < self.size:
            self._memory.follow(behind, map(read_entry, self.entries_from(behind)))

    @property
    def size(self) -> int:
        """How many of their entries are here, without a gap."""
        return self._tree.size

    @property
    def keyring(self) -> Keyring:
        """The keys that their log has declared."""
        return self._memory.keyring

    @property
    def checkpoint(self) -> Checkpoint | None:
        """Their newest checkpoint that was verified here, or nothing."""
        data = self._storage.read(CHECKPOINT)
        return None if data is None else checkpoint_of(parse_note(data).text)

    def entries_from(self, index: int) -> Iterator[bytes]:
        """Their entries from an index on."""
        base = self.size - len(self._tail)
        while index < base:
            path = EntryBundle(index // TILE_WIDTH).path
            data = self._storage.read(path)
            if data is None:
                raise Refused(Message.of("record.missing", path=path))
            yield from read_bundle(data, TILE_WIDTH)[index % TILE_WIDTH :]
            index += TILE_WIDTH - index % TILE_WIDTH
        yield from tuple(self._tail[index - base :])

    def entry(self, index: int) -> bytes:
        """The bytes of one of their entries that is here."""
        return next(self.entries_from(index))

    def take(
        self, entries: Sequence[Mirrored], note_bytes: bytes, proof: Sequence[bytes]
    ) -> Checkpoint:
        """Take entries that continue the mirror; all of them, or none.

        Args:
            entries: the entries from :attr:`size` on.
            note_bytes: their signed checkpoint, of the tree that holds them.
            proof: that the checkpoint's tree begins with the mirror and these entries.

        Returns:
            The checkpoint, verified.

        Raises:
            Refused: the checkpoint is not theirs, contradicts what they signed before (which is
                kept as evidence), or does not begin with these entries; an entry was issued by
                no key of theirs or leaves a gap in its case.
        """
        note, checkpoint = self._opened(note_bytes)
        grown = self._range.extended(one.entry.leaf for one in entries)
        self._compare(note, checkpoint, grown, proof)
        self._check(entries)
        kept = [(one.entry.leaf, one.disclosures) for one in entries]
        disclosure_store.keep(self._storage, self.size, kept)
        first = self.size
        if entries:
            self._storage.append_journal([one.entry.raw for one in entries])
        self._tree.add(one.entry.leaf for one in entries)
        self._tail += [one.entry.raw for one in entries]
        self._range = grown
        self._memory.follow(first, (one.entry for one in entries))
        self._write_tiles()
        if grown.size == checkpoint.size:
            self._publish(note_bytes)
        return checkpoint

    def check_ahead(self, one: Mirrored) -> None:
        """Check an entry that came before those that precede it.

        Raises:
            Refused: no key that their log has declared so far issued it, or a disclosure is not
                its own.
        """
        keys = self.keyring.keys
        key = keys.get(one.entry.jws.kid)
        if key is None or key.until is not None or one.entry.origin != self._peer.origin:
            kid = one.entry.jws.kid
            raise Refused(Message.of("record.entry-key", index=one.index, kid=kid))
        one.entry.jws.verify(key.public)
        one.presentation.claims()

    def keep(self) -> None:
        """Keep what follows from the entries, so that opening the mirror again is quick."""
        self._memory.keep()

    def _opened(self, data: bytes) -> tuple[Note, Checkpoint]:
        note = parse_note(data)
        open_note(note, self._peer.log_keys)
        checkpoint = checkpoint_of(note.text)
        if checkpoint.origin != self._peer.origin:
            raise Refused(Message.of("exchange.foreign-log", log=checkpoint.origin))
        return note, checkpoint

    def _compare(
        self, note: Note, checkpoint: Checkpoint, grown: CompactRange, proof: Sequence[bytes]
    ) -> None:
        try:
            verify_consistency(grown.size, checkpoint.size, grown.root, checkpoint.root, proof)
        except Refused:
            self._keep_fork(note, checkpoint)
            raise

    def _keep_fork(self, note: Note, checkpoint: Checkpoint) -> None:
        known = self._storage.read(CHECKPOINT)
        if known is not None:
            evidence.keep(self._storage, ForkEvidence(known, bytes(note)))
        if checkpoint.size <= self.size and self._tree.root_at(checkpoint.size) != checkpoint.root:
            raise Refused(Message.of("record.fork", size=checkpoint.size))

    def _check(self, entries: Iterable[Mirrored]) -> None:
        keyring, heads = self.keyring, dict[str, tuple[int, str]]()
        for one in entries:
            if one.entry.origin != self._peer.origin:
                raise Refused(Message.of("exchange.foreign-log", log=one.entry.origin))
            claims = one.presentation.claims()
            if one.index == 0:  # the first entry declares the key that issued it
                keyring = keyring.after(claims, one.index)
            keyring.check_issuer(one.entry, one.index)
            if one.index:
                keyring = keyring.after(claims, one.index)
            if not one.entry.is_sealed:
                self._check_place(one, heads)

    def _check_place(self, one: Mirrored, heads: dict[str, tuple[int, str]]) -> None:
        claims = one.entry.claims
        case = str(claims["case"])
        if case not in heads:
            head = self._memory.head(case, sealed=False)
            heads[case] = head.seq, head.leaf
        seq, leaf = heads[case]
        if (claims["seq"], claims["prev"]) != (seq + 1, leaf):
            raise Refused(Message.of("exchange.gap-in-case", index=one.index, case=case))
        heads[case] = seq + 1, one.entry.leaf.hex()

    def _write_tiles(self) -> None:
        full = len(self._tail) // TILE_WIDTH * TILE_WIDTH
        if not full:
            return
        first = self._tree.base // TILE_WIDTH
        self._storage.create(
            (
                EntryBundle(first + at // TILE_WIDTH).path,
                write_bundle(self._tail[at : at + TILE_WIDTH]),
            )
            for at in range(0, full, TILE_WIDTH)
        )
        self._storage.create(self._tree.take_full_tiles())
        self._storage.restart_journal(self._tree.base, self._tail[full:])
        del self._tail[:full]

    def _publish(self, note: bytes) -> None:
        """Make the mirror readable by whoever reads logs: an audit, a prover, a lawyer."""
        if self._tail:
            partial = EntryBundle(self._tree.base // TILE_WIDTH, len(self._tail))
            self._storage.create([(partial.path, write_bundle(self._tail))])
        self._storage.create(self._tree.partial_tiles())
        self._storage.replace(CHECKPOINT, note)


def _range_of(tree: GrowingTree) -> CompactRange:
    tops, start = [], 0
    for height in reversed(range(tree.size.bit_length())):
        if tree.size >> height & 1:
            tops.append(tree.node(height, start >> height))
            start += 1 << height
    return CompactRange(tree.size, tuple(tops))
