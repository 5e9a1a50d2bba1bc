"""A node's side of every exchange: its record in the database, its mirrors in its home."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings

from safeconduct.exchange import PartyCard, Station, withheld_of_rows
from safeconduct.record import FolderStorage, LogStorage
from safeconduct.record.log.folder import private_folder
from safeconduct.store.django_store import DjangoStore
from safeconduct.store.neighbours.taking_in import take_in_ahead, take_in_mirror

MIRRORS = "mirrors"


@contextlib.contextmanager
def open_station(store: DjangoStore, now: datetime) -> Iterator[Station]:
    """The node's station, under the store's write lock; what it does is durable at the end.

    Raises:
        record.Refused: the database cannot be written, or is an older copy of itself.
    """
    home = Path(settings.NODE_HOME)
    with store.writing():
        yield Station(
            store.record(now), store.log, store.log, partial(mirror_storage, home), withheld_of_rows
        )


def mirror_storage(home: Path, short: str) -> LogStorage:
    """The storage of one party's mirror."""
    folder = home / MIRRORS / short
    is_there = private_folder(folder).exists()
    return FolderStorage(folder) if is_there else FolderStorage.make(folder)


def receive(store: DjangoStore, data: bytes, now: datetime) -> tuple[PartyCard, bytes]:
    """Take a sealed bundle, keep what it says as the other party's, and answer it.

    Returns:
        Whom it came from, and the signed acknowledgement.

    Raises:
        WrongInput: it comes from nobody who was introduced, or is not for us.
    """
    with open_station(store, now) as station:
        peer, received = station.take(data, now)
        for one in received.arrived:
            if one.ahead:
                take_in_ahead(peer, one, now)
        with station.open_mirror(peer) as (mirror, storage):
            take_in_mirror(peer, mirror, storage, now)
        return peer, received.answer.signed(station.keys)
