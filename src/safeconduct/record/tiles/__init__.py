"""Where do entries and hashes lie?  Tiles and bundles: read, written, audited (tlog-tiles)."""

from safeconduct.record.tiles.audit import TreeAudit, audit_tree
from safeconduct.record.tiles.bundle import MAX_ENTRY_BYTES, read_bundle, write_bundle
from safeconduct.record.tiles.layout import CHECKPOINT, TILE_WIDTH, Bundle, Tile
from safeconduct.record.tiles.reader import TileReader
from safeconduct.record.tiles.source import Source, open_source

__all__ = [
    "CHECKPOINT",
    "MAX_ENTRY_BYTES",
    "TILE_WIDTH",
    "Bundle",
    "Source",
    "Tile",
    "TileReader",
    "TreeAudit",
    "audit_tree",
    "open_source",
    "read_bundle",
    "write_bundle",
]
