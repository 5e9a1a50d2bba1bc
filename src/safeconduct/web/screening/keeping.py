"""An uploaded register while it is reviewed: in the node's home, for an hour, in no database."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.record import file_digest
from safeconduct.screening import Index, build_index, load_index, save_index
from safeconduct.tables.person_rows import REGISTER, read_rows

LARGEST = 16 * 1024 * 1024
MOST_ROWS = 50_000
"""Beyond so many a page would keep its reader waiting; the command takes any register."""

AN_HOUR = 60 * 60
ENDINGS = frozenset({".csv", ".xlsx", ".parquet"})


@dataclass(frozen=True, slots=True)
class Register:
    """A register that is being reviewed.

    Attributes:
        index: what is searched.
        findings: what a person should know of its rows.
    """

    index: Index
    findings: tuple[Finding, ...]


def keep(given: UploadedFile[Any] | None) -> str:
    """Keep a register for its review; the name under which it is kept.

    Raises:
        WrongInput: the file as a whole cannot be read.
    """
    if given is None:
        raise _wrong(Message.of("web.file-none"))
    if given.size is None or given.size > LARGEST:
        raise _wrong(Message.of("web.file-too-large", largest=LARGEST // 1024**2))
    ending = PurePath(given.name or "").suffix.lower()
    if ending not in ENDINGS:
        raise _wrong(Message.of("web.screening-ending"))
    name = secrets.token_hex(16)
    folder = _home() / name
    folder.mkdir(mode=0o700, parents=True)
    try:
        _fill(folder, ending, given)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _remove_after(folder, AN_HOUR)
    return name


def kept(name: str) -> Register | None:
    """The register under a name; None where it is no longer kept."""
    folder = _home() / name
    file = next(folder.glob("register.*"), None)
    if not name or file is None or _seconds_left(folder) <= 0:
        return None
    try:
        index = load_index(folder / "index", file_digest(file))
        rows = read_rows(file, REGISTER)
    except (WrongInput, OSError):
        # It was removed while it was read, or the rules are others since the node was renewed.
        return None
    message = Message.of("screening.cell-unread")
    unread = (
        Finding(message, Severity.ATTENTION, Location("", line, column))
        for line, column in index.unread
    )
    return Register(index, (*rows.refused, *rows.findings, *unread))


def remove(name: str) -> None:
    """Remove a register and its index."""
    if name:
        shutil.rmtree(_home() / name, ignore_errors=True)


def remove_old() -> None:
    """Remove what has been kept for an hour, e.g. by a process that has ended since."""
    for folder in _home().glob("*/"):
        if _seconds_left(folder) <= 0:
            shutil.rmtree(folder, ignore_errors=True)


def watch() -> None:
    """See to it that what an earlier process has kept is removed in time."""
    for folder in _home().glob("*/"):
        _remove_after(folder, max(0.0, _seconds_left(folder)))


def _fill(folder: Path, ending: str, given: UploadedFile[Any]) -> None:
    # The name is the sender's: only its ending is used.
    file = folder / f"register{ending}"
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        for piece in given.chunks():
            stream.write(piece)
    rows = read_rows(file, REGISTER)
    if rows.table.num_rows > MOST_ROWS:
        raise _wrong(Message.of("web.file-too-many", most=MOST_ROWS))
    lines = tuple(finding.location.line or 0 for finding in rows.refused)
    save_index(build_index(rows.table, file_digest(file), lines), folder / "index")
    for path in (folder / "index").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def _remove_after(folder: Path, seconds: float) -> None:
    timer = threading.Timer(seconds, shutil.rmtree, (folder,), {"ignore_errors": True})
    timer.daemon = True
    timer.start()


def _seconds_left(folder: Path) -> float:
    try:
        return folder.stat().st_mtime + AN_HOUR - time.time()
    except OSError:
        return 0.0


def _home() -> Path:
    return Path(settings.NODE_HOME) / "screenings"


def _wrong(message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR))
