"""What a witness remembers: the latest checkpoint that it cosigned for each log."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from safeconduct.record.log.durable import write_all
from safeconduct.record.log.evidence import ForkEvidence

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
        """Let nobody else read and replace the log's checkpoint, in this process or another."""
        place = self._folder / origin_id(origin)
        place.mkdir(parents=True, exist_ok=True)
        with self._threads:
            descriptor = os.open(place / "lock", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                yield
            finally:
                os.close(descriptor)

    def latest(self, log_id: str) -> bytes | None:
        """The latest cosigned checkpoint of the log with this id, or nothing."""
        try:
            return (self._folder / log_id / "checkpoint").read_bytes()
        except FileNotFoundError:
            return None

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
