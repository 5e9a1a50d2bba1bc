"""The station of a node, which the command line loads only where a node's home is named."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from safeconduct.cli.node.starting import ready_database, set_up
from safeconduct.exchange import Station
from safeconduct.record.log import Identity

_OF_NODE = ("secret", "node.sqlite3", "keys/policy.txt")


def is_node(folder: Path) -> bool:
    """Whether a folder is the home of a node."""
    return any((folder / name).exists() for name in _OF_NODE)


@contextlib.contextmanager
def open_node_station(home: Path) -> Iterator[tuple[Station, Identity]]:
    """Open the station of a node."""
    set_up(home)
    ready_database()
    node = importlib.import_module("safeconduct.store.node")
    neighbours = importlib.import_module("safeconduct.store.neighbours.station")
    store = node.store()
    with neighbours.open_station(store, datetime.now(UTC)) as station:
        yield station, store.keys.identity
