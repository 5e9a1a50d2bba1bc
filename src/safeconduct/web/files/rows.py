"""The rows of an uploaded table, each read as an act reads what it asks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.casework import Act, fields_of, read_asked
from safeconduct.engine.session import session
from safeconduct.tables import Column, load

LARGEST = 4 * 1024 * 1024
MOST_ROWS = 1_000

BY_ROOM = frozenset({"persons", "custody"})
BY_NAME = frozenset({"propose", "accept", "withdraw"})
"""Acts that a file may hold many of. A clearance is never among them: nobody signs in bulk."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the file.

    Attributes:
        line: where it stands.
        told: what it holds, by field of the act.
        findings: why it cannot be done; empty for one that can be tried.
    """

    line: int
    told: dict[str, str]
    findings: tuple[Finding, ...] = ()


def takes_files(act: Act[Any]) -> bool:
    """Whether the act can be done for many rows of a file, one after the other."""
    return act.room in BY_ROOM or act.name in BY_NAME


def rows_of(act: Act[Any], given: UploadedFile[Any] | None) -> tuple[FileRow, ...]:
    """The rows of a file, with what is wrong with each.

    Raises:
        WrongInput: the file as a whole cannot be read.
    """
    if given is None:
        raise _wrong(Message.of("web.file-none"))
    if given.size is None or given.size > LARGEST:
        raise _wrong(Message.of("web.file-too-large", largest=LARGEST // 1024**2))
    with tempfile.TemporaryDirectory() as folder:
        # The name is the sender's: only its ending is used.
        path = Path(folder) / f"file{PurePath(given.name or '').suffix.lower()[:10]}"
        path.write_bytes(given.read())
        rows = tuple(sorted(_read(act, path), key=lambda row: row.line))
    if not rows:
        raise _wrong(Message.of("web.file-no-rows"))
    if len(rows) > MOST_ROWS:
        raise _wrong(Message.of("web.file-too-many", most=MOST_ROWS))
    return rows


def _read(act: Act[Any], path: Path) -> Iterator[FileRow]:
    fields = fields_of(act.asked)
    shape = tuple(Column(one.name, required=one.required) for one in fields)
    names = {one.name for one in fields}
    with session() as connection:
        table = load(connection, path, shape)
        for refused in table.refused:
            fault = Finding(
                refused.message, Severity.ERROR, Location(column=refused.column or None)
            )
            yield FileRow(refused.line, {}, (fault,))
        for row in table.rows(connection):
            told = {k: str(v) for k, v in row.items() if k in names and v not in {None, ""}}
            asked = read_asked(act.asked, told)
            yield FileRow(int(str(row["line"])), told, asked if isinstance(asked, tuple) else ())


def _wrong(message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR))
