"""Opening the station of a record that lies in folders."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Message
from safeconduct.cli.exchange.of_node import is_node, open_node_station
from safeconduct.cli.output import console, say
from safeconduct.cli.record.asking import passphrase_for, refusals
from safeconduct.exchange import Station
from safeconduct.record import FolderStorage, LogStorage, open_home
from safeconduct.record.log import Identity
from safeconduct.record.log.folder import private_folder
from safeconduct.record.tiles import open_source

PeerOption = Annotated[str | None, typer.Option("--to", metavar="LOG", help="cli.exchange-to")]


@dataclass(frozen=True, slots=True)
class Opened:
    """A station with the keys of its log."""

    station: Station
    identity: Identity


@contextlib.contextmanager
def open_station(log: Path, passphrase_file: Path | None) -> Iterator[Opened]:
    """Open the station of a record in folders, or of the node whose home this is.

    Every other writer is kept out meanwhile.
    """
    with refusals(str(log)):
        if is_node(log):
            with open_node_station(log) as (station, identity):
                yield Opened(station, identity)
        else:
            with open_home(log, passphrase_for(log, passphrase_file)) as home:
                source = open_source(str(log))
                mirrors = partial(_mirror, log)
                station = Station(home.record, home.storage, source, mirrors)
                yield Opened(station, home.identity)


def _mirror(log: Path, short: str) -> LogStorage:
    """The storage of a mirror: beside the record, named after the party that it mirrors."""
    folder = log.with_name(f"{log.name}.mirror-{short}")
    is_there = private_folder(folder).exists()
    return FolderStorage(folder) if is_there else FolderStorage.make(folder)


def tell(message: Message) -> None:
    """Print one sentence."""
    console().print(say(message), markup=False, soft_wrap=True)
