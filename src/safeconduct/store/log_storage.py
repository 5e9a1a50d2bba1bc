"""The record's log in the database: what a folder of files is to the command line."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection
from django.db.models import Max

from safeconduct.basics import Message
from safeconduct.record import Refused
from safeconduct.store.models import JournalEntry, LogPrivate, LogPublic

BASE = "journal-base"
"""The private value that holds the index at which an empty journal begins."""

_DISCLOSURES = "disclosures/"

# Written out, for every act runs them: to build a statement takes longer than to run it.
_REMEMBER = (
    "INSERT INTO store_log_private (name, data) VALUES (%s, %s) "
    "ON CONFLICT (name) DO UPDATE SET data = excluded.data"
)
_APPEND = 'INSERT INTO store_log_journal ("index", data) VALUES (%s, %s)'
_LAST = 'SELECT max("index") FROM store_log_journal'


class DatabaseLog:
    """Storage of the node's one log; every call belongs to the transaction that is open."""

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """The transaction holds the lock: it is taken before this is asked for."""
        yield

    def read(self, path: str) -> bytes | None:
        """A public resource, or nothing."""
        return _one("SELECT data FROM store_log_public WHERE path = %s", path)

    def create(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write public resources that never change afterwards."""
        for path, data in files:
            present = self.read(path)
            if present is None:
                LogPublic.objects.create(path=path, data=data)
            elif present != data:
                raise Refused(Message.of("record.immutable-differs", path=path))

    def replace(self, path: str, data: bytes) -> None:
        """Write the checkpoint."""
        LogPublic.objects.update_or_create(path=path, defaults={"data": data})

    def recall(self, name: str) -> bytes | None:
        """A private value, or nothing."""
        return _one("SELECT data FROM store_log_private WHERE name = %s", name)

    def remember(self, name: str, data: bytes) -> None:
        """Write a private value."""
        with connection.cursor() as cursor:
            cursor.execute(_REMEMBER, [name, data])

    def redact(self, name: str, data: bytes) -> None:
        """Replace a private value; the database overwrites what it held (see ``apps``)."""
        LogPrivate.objects.filter(name=name).update(data=data)

    def forget(self, name: str) -> None:
        """Remove a private value, if there is one."""
        LogPrivate.objects.filter(name=name).delete()

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names of private values under a prefix, in order."""
        if prefix.startswith(_DISCLOSURES) and self._is_past_the_last(prefix):
            return ()
        start, end = f"{prefix}/", f"{prefix}0"  # "0" is the character after "/"
        found = LogPrivate.objects.filter(name__gte=start, name__lt=end).order_by("name")
        return tuple(found.values_list("name", flat=True))

    def _is_past_the_last(self, prefix: str) -> bool:
        # Disclosures are looked for far behind the end of the log; here they cannot outlive their
        # entry, for both are one transaction.
        upper = LogPrivate.objects.filter(name__gte=_DISCLOSURES, name__lt="disclosures0")
        last = upper.aggregate(last=Max("name"))["last"]
        return last is None or last < prefix

    def journal(self) -> tuple[int, tuple[bytes, ...]]:
        """The journal's first index and entries."""
        found = JournalEntry.objects.order_by("index").values_list("index", "data")
        entries = tuple((index, bytes(data)) for index, data in found)
        base = self._base()
        for expected, (index, _) in enumerate(entries, base):
            if index != expected:
                raise Refused(Message.of("record.journal-damaged"))
        return base, tuple(data for _, data in entries)

    def append_journal(self, entries: Sequence[bytes]) -> None:
        """Add entries to the journal: they are durable when the transaction is."""
        numbered = list(enumerate(entries, self.size()))
        with connection.cursor() as cursor:
            cursor.executemany(_APPEND, numbered)

    def restart_journal(self, base: int, entries: Sequence[bytes]) -> None:
        """Begin the journal anew at an index."""
        JournalEntry.objects.all().delete()
        self.remember(BASE, str(base).encode())
        JournalEntry.objects.bulk_create(
            JournalEntry(index=index, data=data) for index, data in enumerate(entries, base)
        )

    def size(self) -> int:
        """How many entries the log holds."""
        with connection.cursor() as cursor:
            cursor.execute(_LAST)
            last = cursor.fetchone()[0]
        return self._base() if last is None else int(last) + 1

    def _base(self) -> int:
        return int(self.recall(BASE) or b"0")


def _one(statement: str, name: str) -> bytes | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [name])
        found = cursor.fetchone()
    return None if found is None else bytes(found[0])
