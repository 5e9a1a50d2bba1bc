"""Proving an entry: from tiles alone, by anybody who can read the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.notes.checkpoint import Checkpoint, checkpoint_of
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.proof_file import ProofFile
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.layout import CHECKPOINT, bundles_of, tile_at
from safeconduct.record.tiles.reader import TileReader
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree.hashes import HASH_SIZE, leaf_hash
from safeconduct.record.tree.prove import consistency_proof, inclusion_proof
from safeconduct.record.tree.verify import verify_inclusion


@dataclass(frozen=True, slots=True)
class Proved:
    """An entry with its proof."""

    raw: bytes
    proof: ProofFile


class Prover:
    """Makes proofs of a log as one checkpoint states it."""

    def __init__(self, source: Source, note: Note) -> None:
        self._note = note
        self._checkpoint = checkpoint_of(note.text)
        self._reader = TileReader(source, self._checkpoint.size)

    @classmethod
    def of(cls, source: Source) -> Prover:
        """A prover for the checkpoint that the log publishes.

        Raises:
            Refused: it publishes none.
        """
        data = source.read(CHECKPOINT)
        if data is None:
            raise Refused(Message.of("record.missing", path=CHECKPOINT))
        return cls(source, parse_note(data))

    @property
    def note(self) -> Note:
        """The signed checkpoint."""
        return self._note

    @property
    def checkpoint(self) -> Checkpoint:
        """The tree that proofs lead to."""
        return self._checkpoint

    def entry(self, index: int) -> bytes:
        """The bytes of an entry.

        Raises:
            Refused: the tree has no such entry, or its bundle cannot be read.
        """
        return self._reader.entry(index)

    def entries(self, since: int = 0) -> Iterator[bytes]:
        """The bytes of all entries from an index on.

        Raises:
            Refused: a bundle cannot be read.
        """
        return self._reader.entries(since)

    def prove(self, index: int) -> Proved:
        """An entry and its proof, which was verified before it is handed out.

        Raises:
            Refused: the tree has no such entry, tiles are missing, or they do not lead from the
                entry to the checkpoint's root.
        """
        raw, tree = self.entry(index), self._checkpoint
        path = inclusion_proof(index, tree.size, self._reader.node)
        verify_inclusion(index, tree.size, leaf_hash(raw), path, tree.root)
        return Proved(raw, ProofFile(index, path, self._note))

    def consistency(self, old: int) -> tuple[bytes, ...]:
        """The proof that the tree begins with the one of ``old`` entries."""
        return consistency_proof(old, self._checkpoint.size, self._reader.node)

    def find(self, leaf: bytes) -> int:
        """The index of the entry with a leaf hash.

        Raises:
            Refused: there is none.
        """
        for bundle in bundles_of(self._checkpoint.size):
            row = self._reader.tile(tile_at(0, bundle.index, self._checkpoint.size))
            at = row.find(leaf)
            while at >= 0:
                if at % HASH_SIZE == 0:
                    return bundle.index * 256 + at // HASH_SIZE
                at = row.find(leaf, at + 1)
        raise Refused(Message.of("record.no-such-entry", entry=leaf.hex()))


def find_entry(prover: Prover, named: str) -> int:
    """The index of an entry that a person names by its index or by its leaf hash.

    Raises:
        Refused: there is none.
    """
    if named.isascii() and named.isdigit() and len(named) < 2 * HASH_SIZE:
        return int(named)
    try:
        leaf = bytes.fromhex(named)
    except ValueError as wrong:
        raise Refused(Message.of("record.no-such-entry", entry=named)) from wrong
    if len(leaf) != HASH_SIZE:
        raise Refused(Message.of("record.no-such-entry", entry=named))
    return prover.find(leaf)
