"""``safeconduct backup`` and ``safeconduct restore``: a node's data, and back."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Message
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import JsonOption, console, print_json, say

BACKUP = "safeconduct.store.backup"

FolderArgument = Annotated[Path, typer.Argument(metavar="FOLDER", help="cli.backup-folder")]


def backup(
    folder: FolderArgument,
    home: HomeOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Write a backup while the node goes on."""
    del lang
    set_up(home)
    entries = importlib.import_module(BACKUP).back_up(folder, datetime.now(UTC))
    _tell("cli.backup-made", folder, entries, as_json=as_json)


def restore(
    folder: FolderArgument,
    home: HomeOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Bring a backup back into an empty home and database."""
    del lang
    set_up(home)
    entries = importlib.import_module(BACKUP).restore(folder)
    ready_database()
    _tell("cli.backup-restored", folder, entries, as_json=as_json)


def _tell(code: str, folder: Path, entries: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"folder": str(folder), "entries": entries})
    else:
        message = Message(code, {"folder": str(folder), "entries": entries})
        console().print(say(message), markup=False)
