"""A log in a folder of tiles.

``LOG`` holds what may be served and mirrored, in tlog-tiles layout; ``LOG.private`` beside it
holds the journal, the guard, keys and disclosures, for the owner's eyes, so that serving the one
never serves the other.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.record.log.durable import not_durable, overwrite, sync_folder, write_all
from safeconduct.record.log.journal import Journal
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.source import FolderSource

PRIVATE_SUFFIX = ".private"
LOCK_SECONDS = 10.0


def private_folder(log: Path) -> Path:
    """The folder beside a log that is never served."""
    named = log if log.name not in ("", "..") else log.resolve()
    return named.parent / (named.name + PRIVATE_SUFFIX)


class FolderStorage:
    """Storage of one log in two folders."""

    def __init__(self, log: Path, lock_seconds: float = LOCK_SECONDS) -> None:
        self._log = log
        self._private = private_folder(log)
        self._source = FolderSource(log)
        self._journal = Journal(self._private / "journal")
        self._lock_seconds = lock_seconds

    @classmethod
    def make(cls, log: Path) -> FolderStorage:
        """Make the folders of a new log, with an empty journal.

        Raises:
            WrongInput: there is a log already.
            Refused: the folders cannot be made.
        """
        private = private_folder(log)
        if private.exists() or (log.exists() and (not log.is_dir() or any(log.iterdir()))):
            taken = Message.of("record.log-exists", log=str(log))
            raise WrongInput(Finding(taken, Severity.ERROR, Location(file=str(log))))
        try:
            log.mkdir(parents=True, exist_ok=True)
            private.mkdir(mode=0o700)
            sync_folder(private.parent)
        except OSError as fault:
            raise not_durable(fault) from fault
        storage = cls(log)
        storage.restart_journal(0, ())
        return storage

    @property
    def private(self) -> Path:
        """The private folder."""
        return self._private

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Keep every other writer out, waiting some seconds for one that is at work."""
        descriptor = self._open_lock()
        try:
            self._wait_for(descriptor)
            yield
        finally:
            self._journal.close()
            os.close(descriptor)

    def _open_lock(self) -> int:
        try:
            return os.open(self._private / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            missing = Message.of("record.no-such-log", log=str(self._log))
            where = Location(file=str(self._log))
            raise WrongInput(Finding(missing, Severity.ERROR, where)) from fault

    def _wait_for(self, descriptor: int) -> None:
        until = time.monotonic() + self._lock_seconds
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() >= until:
                    busy = Message.of("record.log-busy", log=str(self._log))
                    raise WrongInput(Finding(busy, Severity.ERROR)) from None
                time.sleep(0.02)
            else:
                return

    def read(self, path: str) -> bytes | None:
        """A public resource, or nothing."""
        return self._source.read(path)

    def create(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write public resources that never change afterwards."""
        write_all((self._log / path, data) for path, data in files if self._is_new(path, data))

    def _is_new(self, path: str, data: bytes) -> bool:
        present = self._source.read(path)
        if present is not None and present != data:
            raise Refused(Message.of("record.immutable-differs", path=path))
        return present is None

    def replace(self, path: str, data: bytes) -> None:
        """Write the checkpoint in a single step."""
        write_all([(self._log / path, data)])

    def recall(self, name: str) -> bytes | None:
        """A private value, or nothing."""
        try:
            return (self._private / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as fault:
            message = Message.of("record.unreadable", path=name, why=system_reason(fault))
            raise Refused(message) from fault

    def remember(self, name: str, data: bytes) -> None:
        """Write a private value in a single step, readable by its owner alone."""
        write_all([(self._private / name, data)], mode=0o600)

    def redact(self, name: str, data: bytes) -> None:
        """Replace a private value, then overwrite the file that held it before."""
        path = self._private / name
        with path.open("r+b") as before:
            self.remember(name, data)
            overwrite(before)

    def forget(self, name: str) -> None:
        """Remove a private value, its bytes overwritten."""
        path = self._private / name
        if path.exists():
            with path.open("r+b") as before:
                path.unlink()
                sync_folder(path.parent)
                overwrite(before)

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names of private values under a prefix, in order."""
        found = (self._private / prefix).rglob("*")
        files = (path for path in found if path.is_file() and not path.name.startswith("."))
        return tuple(sorted(path.relative_to(self._private).as_posix() for path in files))

    def journal(self) -> tuple[int, tuple[bytes, ...]]:
        """The journal's first index and entries."""
        return self._journal.read()

    def append_journal(self, entries: Sequence[bytes]) -> None:
        """Add entries to the journal: all of them, or none."""
        self._journal.append(entries)

    def restart_journal(self, base: int, entries: Sequence[bytes]) -> None:
        """Begin the journal anew at an index, in a single step."""
        self._journal.restart(base, entries)
