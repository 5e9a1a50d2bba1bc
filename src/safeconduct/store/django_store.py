"""The store of a node: rows and record in one database, one writer at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Q

from safeconduct.basics import Message
from safeconduct.casework import Done, NodeKeys, Plan, Remembered, Request, open_log
from safeconduct.casework.erasing import forget_in_record, versions_to_erase
from safeconduct.casework.keeping import draft_of, placed, rows_of
from safeconduct.casework.signatures import has_key, signature_fault
from safeconduct.policy import Actor
from safeconduct.record import Publication, Record, Refused
from safeconduct.store.keys import node_keys
from safeconduct.store.log_storage import DatabaseLog
from safeconduct.store.models import CurrentRow, PerformedRequest, StatedRow
from safeconduct.store.view import DatabaseView, rows_of_entry
from safeconduct.store.writing import erase_values, place_in_entry, write

_WRITERS_LOCK = 5_710_621
"""The number of PostgreSQL's advisory lock that the one writer holds."""


_NAMES_AT_ONCE = 500
"""Rows that one question names; every database takes so many."""

_OVERWRITE = {
    "sqlite": ("PRAGMA wal_checkpoint(TRUNCATE)",),
    "postgresql": ("VACUUM FULL store_personal_values", "VACUUM FULL store_log_private"),
}


class DjangoStore:
    """The store; one object serves every thread of a process."""

    def __init__(self, keys: NodeKeys | None = None) -> None:
        self._given = keys
        self._log = DatabaseLog()
        self._record: Record | None = None

    @cached_property
    def keys(self) -> NodeKeys:
        """The node's keys, from its home unless they were given."""
        return self._given or node_keys(Path(settings.NODE_HOME))

    @property
    def log(self) -> DatabaseLog:
        """The record's storage; whoever writes to it does so in a transaction of this store."""
        return self._log

    def agreements(self) -> tuple[str, ...]:
        """The agreements that were ever adopted."""
        adopted = CurrentRow.objects.filter(table="agreements").order_by("first")
        return tuple(adopted.values_list("agreement", flat=True))

    def view(self, agreement: str, as_of: datetime | None = None) -> DatabaseView:
        """What is known under an agreement; as known at a moment, or now."""
        return DatabaseView(agreement, as_of)

    @contextlib.contextmanager
    def transaction(self, agreement: str) -> Iterator[DatabaseTransaction]:
        """A transaction with the write lock.

        Raises:
            record.Refused: the database cannot be written; nothing was.
        """
        with self.writing():
            opened = DatabaseTransaction(self, agreement)
            yield opened
        if opened.has_erased:
            self.overwrite_erased()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock; commit at the end, roll back on an exception."""
        try:
            with transaction.atomic(durable=True):
                if connection.vendor == "postgresql":
                    with connection.cursor() as cursor:
                        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])
                yield
        except OperationalError as fault:
            self._record = None
            why = str(fault).strip().partition("\n")[0][:200]
            raise Refused(Message.of("store.not-written", why=why)) from fault
        except BaseException:
            self._record = None  # it may know of entries that were undone
            raise

    def overwrite_erased(self) -> None:
        """Leave no byte of what was erased in the database's own journal."""
        with connection.cursor() as cursor:
            for statement in _OVERWRITE[connection.vendor]:
                cursor.execute(statement)

    def record(self, now: datetime | None = None) -> Record:
        """The record, open for writing; only inside a transaction of this store.

        It is read anew where another process has written since.

        Raises:
            record.Refused: the database is an older copy of itself, or damaged.
        """
        if self._record is None or self._record.size != self._log.size():
            self._record = None
            self._record = open_log(self._log, self.keys, now)
        return self._record

    def publish(self, now: datetime) -> Publication:
        """Sign the tree of all entries, have it cosigned and publish it.

        Raises:
            record.Refused: the record was restored from an older copy, or witnesses say so.
        """
        with self.writing():
            published = self.record(now).publish(now)
            self.record().memory.keep()
        return published

    def done_before(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        if not request.key:
            return None
        found = PerformedRequest.objects.filter(actor=request.actor, key=request.key).first()
        if found is None:
            return None
        rows = rows_of_entry(found.entry)
        done = Done(found.act, found.agreement, found.entry, found.leaf, rows)
        return Remembered(found.digest, done)


class DatabaseTransaction(DatabaseView):
    """A view that can keep a plan, while the write lock is held."""

    def __init__(self, store: DjangoStore, agreement: str) -> None:
        super().__init__(agreement, None)
        self._store = store
        self.has_erased = False

    def keep(self, act: str, plan: Plan, actor: Actor, now: datetime, request: Request) -> Done:
        """State a plan's rows and their entry."""
        record = self._store.record(now)
        erased = versions_to_erase(self, plan.erases)
        if erased:
            record.memory.holds.check_may_erase(plan.case)
        rows = rows_of(plan, self, actor, now)
        entry = draft_of(act, plan, rows, actor)
        (receipted,) = record.append([(entry, plan.acts)], now)
        record.memory.keep()
        kept = placed(rows, receipted.index)
        write(kept)
        if erased:
            forget_in_record(record, [(row, place_in_entry(row), e) for row, e in erased])
            erase_values(erased)
            self.has_erased = True
        leaf, found = receipted.leaf.hex(), (*plan.findings, *receipted.notes)
        if request.key:
            PerformedRequest.objects.create(
                actor=request.actor,
                key=request.key,
                digest=request.digest,
                act=act,
                agreement=self.agreement,
                entry=receipted.index,
                leaf=leaf,
                performed_at=now,
            )
        return Done(act, self.agreement, receipted.index, leaf, kept, found)

    def versions(self, names: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The version that stands of each row, by table and key."""
        found: dict[tuple[str, str], int] = {}
        ordered = sorted(names)
        for some in range(0, len(ordered), _NAMES_AT_ONCE):
            of_table: dict[str, list[str]] = {}
            for table, key in ordered[some : some + _NAMES_AT_ONCE]:
                of_table.setdefault(table, []).append(key)
            named = [
                Q(agreement=self.agreement, table=table, key__in=keys)
                for table, keys in of_table.items()
            ]
            asked = CurrentRow.objects.filter(reduce(or_, named))
            for table, key, version in asked.values_list("table", "key", "row__version"):
                found[table, key] = version
        return found

    def remembered(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        return self._store.done_before(request)

    def latest(self) -> datetime | None:
        """When the latest row of the node was recorded."""
        last = StatedRow.objects.order_by("-id").values_list("recorded_at", flat=True)
        return last.first()

    def check_signature(self, text: str, digest: str, office: str) -> Message | None:
        """Why a signed act is not an enrolled officer's over the digest, or None."""
        return signature_fault(self._store.record(), text, digest, office)

    def has_key(self, office: str) -> bool:
        """Whether a key is enrolled for an office."""
        return has_key(self._store.record(), office)
