"""The tree of a log that grows: full tiles in storage, unfinished rows in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safeconduct.basics import Message
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.layout import TILE_HEIGHT, TILE_WIDTH, Tile, levels_of
from safeconduct.record.tree.compact_range import CompactRange
from safeconduct.record.tree.hashes import HASH_SIZE, node_hash
from safeconduct.record.tree.prove import range_hash


class GrowingTree:
    """All leaf hashes of a log, of which the full tiles lie in storage.

    ``rows[level]`` are the hashes after the level's last full tile; level 0 may run ahead by
    several tiles until they are taken.
    """

    def __init__(self, storage: LogStorage, base: int) -> None:
        if base % TILE_WIDTH:
            raise Refused(Message.of("record.journal-damaged"))
        self._storage = storage
        self._full = [base >> TILE_HEIGHT]
        self._rows: list[list[bytes]] = [[]]
        for level in range(1, levels_of(base)):
            self._load_row(level)
        tops = (self.node(height, index) for height, index in _perfect_subtrees(base))
        self._whole = CompactRange(base, tuple(tops))

    def _load_row(self, level: int) -> None:
        below = self._full[level - 1]
        full = below // TILE_WIDTH
        row = [self._tile_root(level - 1, index) for index in range(full * TILE_WIDTH, below)]
        self._full.append(full)
        self._rows.append(row)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return self._whole.size

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        return self._whole.root

    @property
    def base(self) -> int:
        """How many leaves lie in full tiles that were taken."""
        return self._full[0] * TILE_WIDTH

    def add(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes on the right."""
        new = list(leaves)
        self._whole = self._whole.extended(new)
        self._rows[0] += new

    def root_at(self, size: int) -> bytes:
        """The root that the tree had when it was smaller."""
        return self._whole.root if size == self.size else range_hash(0, size, self.node)

    def node(self, level: int, index: int) -> bytes:
        """The root of the perfect subtree of ``2**level`` leaves, ``index``-th on its level."""
        tile_level, height = divmod(level, TILE_HEIGHT)
        first = index << height
        if tile_level < len(self._rows):
            at = first - self._full[tile_level] * TILE_WIDTH
            if at < 0:
                return self._stored(tile_level, first, height)
            row = self._rows[tile_level][at : at + (1 << height)]
            if len(row) == 1 << height:
                return CompactRange().extended(row).root
        return node_hash(self.node(level - 1, 2 * index), self.node(level - 1, 2 * index + 1))

    def take_full_tiles(self) -> Iterator[tuple[str, bytes]]:
        """The tiles that became full, to be stored; the lower before those that rest on them."""
        level = 0
        while level < len(self._rows):
            while len(self._rows[level]) >= TILE_WIDTH:
                row = self._rows[level][:TILE_WIDTH]
                yield Tile(level, self._full[level]).path, b"".join(row)
                del self._rows[level][:TILE_WIDTH]
                self._full[level] += 1
                if level + 1 == len(self._rows):
                    self._rows.append([])
                    self._full.append(0)
                self._rows[level + 1].append(CompactRange().extended(row).root)
            level += 1

    def partial_tiles(self) -> Iterator[tuple[str, bytes]]:
        """The unfinished tile of each level, once all full ones were taken."""
        for level, row in enumerate(self._rows):
            if row:
                yield Tile(level, self._full[level], len(row)).path, b"".join(row)

    def _stored(self, tile_level: int, first: int, height: int) -> bytes:
        data = self._full_tile(tile_level, first // TILE_WIDTH)
        at = first % TILE_WIDTH
        row = [data[i * HASH_SIZE : (i + 1) * HASH_SIZE] for i in range(at, at + (1 << height))]
        return CompactRange().extended(row).root

    def _tile_root(self, level: int, index: int) -> bytes:
        return self._stored(level, index * TILE_WIDTH, TILE_HEIGHT)

    def _full_tile(self, level: int, index: int) -> bytes:
        path = Tile(level, index).path
        data = self._storage.read(path)
        if data is None:
            raise Refused(Message.of("record.missing", path=path))
        if len(data) != TILE_WIDTH * HASH_SIZE:
            raise Refused(Message.of("record.tile-length", path=path, size=len(data)))
        return data


def _perfect_subtrees(size: int) -> Iterator[tuple[int, int]]:
    """Level and index of the perfect subtrees of a tree, from left to right."""
    start = 0
    for height in reversed(range(size.bit_length())):
        if size >> height & 1:
            yield height, start >> height
            start += 1 << height
