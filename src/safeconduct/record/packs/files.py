"""The files of an evidence pack, in a folder or a zip file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.basics.finding import Parameter
from safeconduct.record.log.durable import write_all

ENTRY = "entry.jwt"
PRESENTATION = "presentation.sd-jwt"
PROOF = "entry.tlog-proof"
POLICY = "policy.txt"
PAGE = "how-to-verify.html"
VERIFIER = "verify_record.py"
DECLARED = "declared/"

MAX_FILES = 1_000
MAX_FILE_BYTES = 1_000_000

PackFiles = Mapping[str, bytes]
"""A pack's files by their names."""


def read_pack(path: Path) -> PackFiles:
    """Read a pack.

    Raises:
        WrongInput: there is none, it cannot be read, or it holds too much.
    """
    try:
        files = _folder(path) if path.is_dir() else _zip(path)
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as fault:
        why = system_reason(fault) if isinstance(fault, OSError) else Message.of("record.not-zip")
        raise _wrong("record.pack-unreadable", path, why) from fault
    if len(files) > MAX_FILES or any(len(data) > MAX_FILE_BYTES for data in files.values()):
        raise _wrong("record.pack-too-large", path, "")
    return files


def write_pack(files: PackFiles, path: Path) -> None:
    """Write a pack as a zip file if the name says so, else as a folder.

    Raises:
        WrongInput: something is there already.
        Refused: it cannot be written.
    """
    if path.exists():
        raise _wrong("record.pack-exists", path, "")
    if path.suffix != ".zip":
        write_all((path.absolute() / name, data) for name, data in files.items())
        return
    write_all([(path.absolute(), zipped(files))])


def zipped(files: PackFiles) -> bytes:
    """A pack as the bytes of a zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _folder(path: Path) -> dict[str, bytes]:
    found = [file for file in path.rglob("*") if file.is_file()]
    return {
        file.relative_to(path).as_posix(): _read(file) for file in sorted(found)[: MAX_FILES + 1]
    }


def _read(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(MAX_FILE_BYTES + 1)


def _zip(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        names = [name for name in packed.namelist() if not name.endswith("/")]
        return {name: packed.open(name).read(MAX_FILE_BYTES + 1) for name in names[: MAX_FILES + 1]}


def _wrong(code: str, path: Path, why: Parameter) -> WrongInput:
    message = Message(code, {"pack": str(path), "why": why})
    return WrongInput(Finding(message, Severity.ERROR, Location(file=str(path))))
