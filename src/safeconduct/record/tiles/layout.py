"""Paths and widths of tiles and entry bundles (C2SP tlog-tiles)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT
CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class Tile:
    """A row of hashes.

    Attributes:
        level: 0 for leaf hashes; above, each hash is the root of a full tile one level below.
        index: the tile's place on its level.
        width: 256 when full, fewer in the last tile of a level.
    """

    level: int
    index: int
    width: int = TILE_WIDTH

    @property
    def path(self) -> str:
        """Where the tile lies under the log's prefix."""
        return f"tile/{self.level}/{_index_path(self.index)}{_width_suffix(self.width)}"

    @property
    def full(self) -> Tile:
        """The full tile that grows out of a partial one."""
        return Tile(self.level, self.index)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The entries under one tile of leaf hashes."""

    index: int
    width: int = TILE_WIDTH

    @property
    def path(self) -> str:
        """Where the bundle lies under the log's prefix."""
        return f"tile/entries/{_index_path(self.index)}{_width_suffix(self.width)}"

    @property
    def full(self) -> Bundle:
        """The full bundle that grows out of a partial one."""
        return Bundle(self.index)

    @property
    def leaves(self) -> Tile:
        """The tile with the hashes of these entries."""
        return Tile(0, self.index, self.width)


def bundles_of(size: int, since: int = 0) -> Iterator[Bundle]:
    """The bundles that a tree of ``size`` needs and a tree of ``since`` did not have."""
    for index in range(since // TILE_WIDTH, size // TILE_WIDTH):
        yield Bundle(index)
    if size % TILE_WIDTH and size > since:
        yield Bundle(size // TILE_WIDTH, size % TILE_WIDTH)


def levels_of(size: int) -> int:
    """How many levels of tiles a tree of ``size`` has."""
    levels = 0
    while size >> (TILE_HEIGHT * levels):
        levels += 1
    return levels


def tile_at(level: int, index: int, size: int) -> Tile:
    """The tile of a tree of ``size``, as wide as that tree makes it."""
    hashes = size >> (TILE_HEIGHT * level)
    return Tile(level, index, min(TILE_WIDTH, hashes - index * TILE_WIDTH))


def _index_path(index: int) -> str:
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03d}")
    return "/".join(groups)


def _width_suffix(width: int) -> str:
    return "" if width == TILE_WIDTH else f".p/{width}"
