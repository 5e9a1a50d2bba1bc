"""A log's storage in memory, for tests: what a folder or a database keeps, in two mappings."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence

from safeconduct.basics import Message
from safeconduct.record import Refused


class MemoryLog:
    """Storage of one log that ends with the process."""

    def __init__(self) -> None:
        self._public: dict[str, bytes] = {}
        self._private: dict[str, bytes] = {}
        self._base = 0
        self._journal: tuple[bytes, ...] = ()

    def copy(self) -> MemoryLog:
        """What is kept now, so that a transaction can go back to it."""
        other = MemoryLog()
        other._public, other._private = dict(self._public), dict(self._private)
        other._base, other._journal = self._base, self._journal
        return other

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Nobody else is there."""
        yield

    def read(self, path: str) -> bytes | None:
        """A public resource, or nothing."""
        return self._public.get(path)

    def create(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write public resources that never change afterwards."""
        for path, data in files:
            if self._public.setdefault(path, data) != data:
                raise Refused(Message.of("record.immutable-differs", path=path))

    def replace(self, path: str, data: bytes) -> None:
        """Write the checkpoint."""
        self._public[path] = data

    def recall(self, name: str) -> bytes | None:
        """A private value, or nothing."""
        return self._private.get(name)

    def remember(self, name: str, data: bytes) -> None:
        """Write a private value."""
        self._private[name] = data

    def redact(self, name: str, data: bytes) -> None:
        """Replace a private value."""
        self._private[name] = data

    def forget(self, name: str) -> None:
        """Remove a private value, if there is one."""
        self._private.pop(name, None)

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names of private values under a prefix, in order."""
        return tuple(sorted(name for name in self._private if name.startswith(prefix + "/")))

    def journal(self) -> tuple[int, tuple[bytes, ...]]:
        """The journal's first index and entries."""
        return self._base, self._journal

    def append_journal(self, entries: Sequence[bytes]) -> None:
        """Add entries to the journal."""
        self._journal = (*self._journal, *entries)

    def restart_journal(self, base: int, entries: Sequence[bytes]) -> None:
        """Begin the journal anew at an index."""
        self._base, self._journal = base, tuple(entries)
