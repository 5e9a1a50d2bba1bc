"""Entries parsed and their signatures verified ahead of an audit, by other processes if told so.

Nearly all of an audit's time goes into signatures, each of which is verified by itself. What one
entry means for the next, above all which key may issue it, stays with the audit: nothing is taken
as verified but a signature under a key that the audit itself names.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from safeconduct.basics.digest import Plain
from safeconduct.record.entries.entry import read_entry
from safeconduct.record.refusal import Malformed, Refused

BUNDLES_AHEAD = 4
"""Bundles that wait for each process: enough to keep it at work, and never the whole log."""

PublicKeys = Mapping[str, bytes]
"""Public keys by thumbprint."""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What an audit needs of an entry.

    Attributes:
        origin: the log that the entry names.
        kid: the thumbprint of the key that is said to have issued it.
        claims: what it says in clear; nothing of a sealed one.
        signed_with: the public key under which its signature was verified; empty if it was not.
    """

    origin: str
    kid: str
    claims: Mapping[str, Plain] | None
    signed_with: bytes


@dataclass(frozen=True, slots=True)
class ReadBundle:
    """The entries of a bundle as they stand, and as they read.

    Attributes:
        first: the index of the first entry.
        raws: their bytes.
        leaves: their leaf hashes.
        entries: what they are; None for one that is not of this program.
    """

    first: int
    raws: Sequence[bytes]
    leaves: Sequence[bytes]
    entries: Sequence[ReadEntry | None]


def read_entries(raws: Sequence[bytes], keys: PublicKeys) -> list[ReadEntry | None]:
    """Read entries, and verify the signatures of those that name one of the keys."""
    return [_read(raw, keys) for raw in raws]


def _read(raw: bytes, keys: PublicKeys) -> ReadEntry | None:
    try:
        entry = read_entry(raw)
    except Malformed:
        return None
    public = keys.get(entry.jws.kid, b"")
    try:
        entry.jws.verify(public)
    except Refused:
        public = b""  # the audit verifies it again, and says why it fails
    claims = None if entry.is_sealed else entry.claims
    return ReadEntry(entry.origin, entry.jws.kid, claims, public)


class ReadAhead:
    """Reads bundles in their order; with several processes, some bundles ahead of what it gives."""

    def __init__(self, processes: int = 1) -> None:
        self._ahead = processes * BUNDLES_AHEAD if processes > 1 else 0
        self._pool = _pool(processes) if processes > 1 else None
        self._waiting: deque[tuple[ReadBundle, Future[list[ReadEntry | None]]]] = deque()

    def read(
        self, first: int, raws: Sequence[bytes], leaves: Sequence[bytes], keys: PublicKeys
    ) -> Iterator[ReadBundle]:
        """Take in a bundle, and give those that are read by now."""
        if self._pool is None or not keys:
            yield from self.rest()
            yield ReadBundle(first, raws, leaves, read_entries(raws, keys))
            return
        given = ReadBundle(first, raws, leaves, ())
        self._waiting.append((given, self._submitted(self._pool, raws, keys)))
        while len(self._waiting) > self._ahead:
            yield self._next()

    def rest(self) -> Iterator[ReadBundle]:
        """Give what still waits."""
        while self._waiting:
            yield self._next()

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _next(self) -> ReadBundle:
        given, future = self._waiting.popleft()
        try:
            entries = future.result()
        except BrokenProcessPool:
            # A process was ended from outside. The audit goes on alone, slower and no less strict.
            entries = read_entries(given.raws, {})
        return ReadBundle(given.first, given.raws, given.leaves, entries)

    @staticmethod
    def _submitted(
        pool: ProcessPoolExecutor, raws: Sequence[bytes], keys: PublicKeys
    ) -> Future[list[ReadEntry | None]]:
        with contextlib.suppress(BrokenProcessPool):
            return pool.submit(read_entries, raws, keys)
        failed: Future[list[ReadEntry | None]] = Future()
        failed.set_exception(BrokenProcessPool())
        return failed


def _pool(processes: int) -> ProcessPoolExecutor:
    # Fresh interpreters: a copy of this one would inherit its threads' locks, held by nobody.
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=fresh, initializer=_leave_interrupts_alone)


def _leave_interrupts_alone() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
