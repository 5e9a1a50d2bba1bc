"""What a log needs of the place that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol


class LogStorage(Protocol):
    """A store for one log: a public part in tlog-tiles layout, a private part, and a journal.

    Every method that writes returns only after the bytes are durable, or raises and leaves what
    was there before. One writer at a time holds the lock.
    """

    def lock(self) -> AbstractContextManager[None]:
        """Keep every other writer out.

        Raises:
            WrongInput: another writer did not leave in time.
        """
        ...

    def read(self, path: str) -> bytes | None:
        """A public resource, or nothing."""
        ...

    def create(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write public resources that never change afterwards.

        Writing the same bytes again is no change.

        Raises:
            Refused: other bytes already stand at a path, or the disk is full.
        """
        ...

    def replace(self, path: str, data: bytes) -> None:
        """Write the one public resource that changes, the checkpoint, in a single step."""
        ...

    def recall(self, name: str) -> bytes | None:
        """A private value, or nothing."""
        ...

    def remember(self, name: str, data: bytes) -> None:
        """Write a private value in a single step."""
        ...

    def redact(self, name: str, data: bytes) -> None:
        """Replace a private value, and overwrite what it held where the medium allows it."""
        ...

    def forget(self, name: str) -> None:
        """Remove a private value, if there is one."""
        ...

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names of private values under a prefix, in order."""
        ...

    def journal(self) -> tuple[int, tuple[bytes, ...]]:
        """The index of the journal's first entry, and its entries.

        Raises:
            Refused: the journal is damaged.
        """
        ...

    def append_journal(self, entries: Sequence[bytes]) -> None:
        """Add entries to the journal: all of them, or none."""
        ...

    def restart_journal(self, base: int, entries: Sequence[bytes]) -> None:
        """Begin the journal anew at an index, in a single step."""
        ...
