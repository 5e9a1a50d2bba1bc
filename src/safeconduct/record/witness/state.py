"""What a witness remembers: the latest checkpoint that it cosigned for each log."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from safeconduct.basics import Message, system_reason
from safeconduct.record.log.durable import not_durable, write_all
from safeconduct.record.log.evidence import ForkEvidence
from safeconduct.record.refusal import Refused

MAX_EVIDENCE = 1_000
"""Pieces of evidence kept for one log; a log that forks more often has been shown to fork."""


def origin_id(origin: str) -> str:
    """How the protocol names a log in URLs: the hexadecimal SHA-256 of its origin."""
    return hashlib.sha256(origin.encode()).hexdigest()


class FolderState:
    """The memory of a witness in a folder: one subfolder a log."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = threading.Lock()

    @contextlib.contextmanager
    def alone(self, origin: str) -> Iterator[None]:
        """Let nobody else read and replace the log's checkpoint, in this process or another.

        Raises:
            Refused: the folder cannot be used.
        """
        with self._threads:
            descriptor = self._open_lock(self._folder / origin_id(origin))
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                yield
            finally:
                os.close(descriptor)

    @staticmethod
    def _open_lock(place: Path) -> int:
        try:
            place.mkdir(parents=True, exist_ok=True)
            return os.open(place / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise not_durable(fault) from fault

    def latest(self, log_id: str) -> bytes | None:
        """The latest cosigned checkpoint of the log with this id, or nothing.

        Raises:
            Refused: there is one and it cannot be read.
        """
        path = self._folder / log_id / "checkpoint"
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as fault:
            why = system_reason(fault)
            raise Refused(Message.of("record.unreadable", path=str(path), why=why)) from fault

    def replace(self, origin: str, note: bytes) -> None:
        """Keep a newer checkpoint; durable when the call returns."""
        write_all([(self._folder / origin_id(origin) / "checkpoint", note)])

    def keep(self, origin: str, evidence: ForkEvidence) -> None:
        """Keep evidence that a log contradicted itself; nothing ever removes it."""
        folder = self._folder / origin_id(origin) / "evidence"
        if not folder.is_dir() or len(list(folder.iterdir())) < MAX_EVIDENCE:
            write_all([(folder / evidence.name, bytes(evidence))])

    def evidence(self, origin: str) -> tuple[bytes, ...]:
        """The evidence kept against a log."""
        folder = self._folder / origin_id(origin) / "evidence"
        return tuple(path.read_bytes() for path in sorted(folder.glob("*.txt")))
