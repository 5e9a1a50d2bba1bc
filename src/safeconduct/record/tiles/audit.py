"""Auditing a whole tree: every entry against every tile, up to the root, as a stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.layout import TILE_WIDTH, Tile, bundles_of, levels_of
from safeconduct.record.tiles.reader import TileReader
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree.compact_range import CompactRange
from safeconduct.record.tree.hashes import HASH_SIZE, leaf_hash

EntryVisitor = Callable[[int, Sequence[bytes], Sequence[bytes]], None]
"""Told the index of the first entry, the entries of a bundle, and their leaf hashes."""


@dataclass(frozen=True, slots=True)
class TreeAudit:
    """What the entries of a log hash to, each tile having been compared."""

    size: int
    root: bytes


def audit_tree(source: Source, size: int, visit: EntryVisitor | None = None) -> TreeAudit:
    """Hash every entry, compare every tile of a tree of ``size``, and compute its root.

    Memory stays bounded: one bundle and one row of hashes a level.

    Raises:
        Refused: a tile or bundle is missing, malformed, or differs from the entries.
    """
    rows = _Rows(TileReader(source, size))
    reader = TileReader(source, size)
    for bundle in bundles_of(size):
        entries = reader.bundle(bundle)
        leaves = [leaf_hash(entry) for entry in entries]
        if visit is not None:
            visit(bundle.index * TILE_WIDTH, entries, leaves)
        rows.add(leaves)
    return TreeAudit(size, rows.close(levels_of(size)))


class _Rows:
    """The row of hashes that is being filled on each level."""

    def __init__(self, reader: TileReader) -> None:
        self._reader = reader
        self._rows: list[list[bytes]] = []
        self._done: list[int] = []
        self._whole = CompactRange()

    def add(self, leaves: list[bytes]) -> None:
        self._whole = self._whole.extended(leaves)
        self._push(0, leaves)

    def _push(self, level: int, hashes: list[bytes]) -> None:
        if level == len(self._rows):
            self._rows.append([])
            self._done.append(0)
        row = self._rows[level]
        row += hashes
        if len(row) == TILE_WIDTH:
            self._compare(level, row)
            self._rows[level] = []
            self._done[level] += 1
            self._push(level + 1, [CompactRange().extended(row).root])

    def close(self, levels: int) -> bytes:
        for level in range(levels):
            if self._rows[level]:
                self._compare(level, self._rows[level])
        return self._whole.root

    def _compare(self, level: int, row: list[bytes]) -> None:
        tile = Tile(level, self._done[level], len(row))
        data = self._reader.tile(tile)
        for at, expected in enumerate(row):
            if data[at * HASH_SIZE : (at + 1) * HASH_SIZE] != expected:
                index = (tile.index * TILE_WIDTH + at) * TILE_WIDTH**level
                raise Refused(Message.of("record.tile-differs", path=tile.path, index=index))
