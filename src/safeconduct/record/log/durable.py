"""Files that are on the disk when the call returns."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from safeconduct.basics import Message, system_reason
from safeconduct.record.refusal import Refused

_UNFINISHED = ".part"


def write_all(files: Iterable[tuple[Path, bytes]], mode: int = 0o644) -> None:
    """Write files, each in a single step, and return when they and their folders are durable.

    Raises:
        Refused: the disk is full or cannot be written; each file is then whole or unchanged.
    """
    folders: set[Path] = set()
    with _told():
        for path, data in files:
            folders.update(_make_folder(path.parent))
            unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
            _write(unfinished, data, mode)
            unfinished.replace(path)
            folders.add(path.parent)
        for folder in folders:
            sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def overwrite(stream: BinaryIO) -> None:
    """Write zeroes over an open file, down to the medium as far as the file system allows."""
    length = os.fstat(stream.fileno()).st_size
    stream.seek(0)
    stream.write(bytes(length))
    stream.flush()
    os.fsync(stream.fileno())


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; the folders whose lists of names changed."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
    return [*missing, folder] if missing else []


def _write(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        with open(descriptor, "wb", closefd=False) as stream:
            stream.write(data)
        os.fsync(descriptor)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise not_durable(fault) from fault


def not_durable(fault: OSError) -> Refused:
    """The refusal that says that something could not be kept, and why."""
    return Refused(Message.of("record.not-durable", why=system_reason(fault)))
