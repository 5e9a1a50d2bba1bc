"""Reading hashes and entries of a tree of known size out of its tiles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from safeconduct.basics import Message
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.bundle import read_bundle
from safeconduct.record.tiles.layout import (
    TILE_HEIGHT,
    TILE_WIDTH,
    Bundle,
    Tile,
    tile_at,
)
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree.hashes import HASH_SIZE, node_hash

CACHED_TILES = 256


class TileReader:
    """The tree of one size, read from tiles.

    What is read is not verified here: proofs made of it are verified against a checkpoint before
    anybody relies on them, and an audit compares every tile with the entries.
    """

    def __init__(self, source: Source, size: int) -> None:
        self._source = source
        self._size = size
        self._cache: OrderedDict[Tile, bytes] = OrderedDict()

    def node(self, level: int, index: int) -> bytes:
        """The root of the perfect subtree of ``2**level`` leaves, ``index``-th on its level.

        Raises:
            Refused: a tile is missing or has the wrong length.
        """
        tile_level, height = divmod(level, TILE_HEIGHT)
        first = index << height
        tile = tile_at(tile_level, first // TILE_WIDTH, self._size)
        at = first % TILE_WIDTH * HASH_SIZE
        row = self.tile(tile)[at : at + (HASH_SIZE << height)]
        hashes = [row[i : i + HASH_SIZE] for i in range(0, len(row), HASH_SIZE)]
        while len(hashes) > 1:
            hashes = [node_hash(*hashes[i : i + 2]) for i in range(0, len(hashes), 2)]
        return hashes[0]

    def tile(self, tile: Tile) -> bytes:
        """The hashes of a tile, side by side; a partial tile may be cut from its full one.

        Raises:
            Refused: it is missing or has the wrong length.
        """
        if tile in self._cache:
            self._cache.move_to_end(tile)
            return self._cache[tile]
        data = self._source.read(tile.path)
        if data is None and tile != tile.full:
            data = self._source.read(tile.full.path)
            if data is not None and len(data) == TILE_WIDTH * HASH_SIZE:
                data = data[: tile.width * HASH_SIZE]
        if data is None:
            raise Refused(Message.of("record.missing", path=tile.path))
        if len(data) != tile.width * HASH_SIZE:
            raise Refused(Message.of("record.tile-length", path=tile.path, size=len(data)))
        self._cache[tile] = data
        if len(self._cache) > CACHED_TILES:
            self._cache.popitem(last=False)
        return data

    def bundle(self, bundle: Bundle) -> tuple[bytes, ...]:
        """The entries of a bundle; a partial bundle may be cut from its full one.

        Raises:
            Refused: it is missing or malformed.
        """
        data = self._source.read(bundle.path)
        if data is not None:
            return read_bundle(data, bundle.width)
        whole = None if bundle == bundle.full else self._source.read(bundle.full.path)
        if whole is None:
            raise Refused(Message.of("record.missing", path=bundle.path))
        return read_bundle(whole, TILE_WIDTH)[: bundle.width]

    def entries(self, since: int = 0) -> Iterator[bytes]:
        """The bytes of all entries from an index on, one bundle after the other.

        Raises:
            Refused: a bundle is missing or malformed.
        """
        for number in range(since // TILE_WIDTH, -(-self._size // TILE_WIDTH)):
            first = number * TILE_WIDTH
            read = self.bundle(Bundle(number, min(TILE_WIDTH, self._size - first)))
            yield from read[max(0, since - first) :]

    def entry(self, index: int) -> bytes:
        """The bytes of one entry.

        Raises:
            Refused: there is no such entry in this tree, or its bundle cannot be read.
        """
        if not 0 <= index < self._size:
            raise Refused(Message.of("record.index-outside-tree", index=index, size=self._size))
        number, at = divmod(index, TILE_WIDTH)
        width = min(TILE_WIDTH, self._size - number * TILE_WIDTH)
        return self.bundle(Bundle(number, width))[at]
