"""A store in memory: real rows and a real record that end with the process."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.casework.bundle import sheets_of
from safeconduct.casework.erasing import forget_in_record, versions_to_erase, without
from safeconduct.casework.keeping import draft_of, placed, rows_of
from safeconduct.casework.memory_log import MemoryLog
from safeconduct.casework.node_keys import NodeKeys, open_log
from safeconduct.casework.outcome import Done
from safeconduct.casework.plan import Erase, Plan
from safeconduct.casework.ports import Remembered, Request
from safeconduct.casework.row import KeptRow
from safeconduct.casework.signatures import has_key, signature_fault
from safeconduct.clearance import Sheet
from safeconduct.facts import TABLES
from safeconduct.policy import Actor
from safeconduct.record import Record


class MemoryStore:
    """Rows in a list, the log in two mappings, one writer at a time."""

    def __init__(self, keys: NodeKeys, opened_at: datetime | None = None) -> None:
        self._keys = keys
        self._lock = threading.RLock()
        self.log = MemoryLog()
        self.kept: list[KeptRow] = []
        self.versions: dict[tuple[str, str], dict[str, list[KeptRow]]] = {}
        self.requests: dict[tuple[str, str], Remembered] = {}
        self.record = open_log(self.log, keys, opened_at)

    def agreements(self) -> tuple[str, ...]:
        """The agreements that were ever adopted."""
        return tuple(dict.fromkeys(r.agreement for r in self.kept if r.table == "agreements"))

    def view(self, agreement: str, as_of: datetime | None = None) -> MemoryView:
        """What is known under an agreement."""
        return MemoryView(self, agreement, as_of)

    @contextlib.contextmanager
    def transaction(self, agreement: str) -> Iterator[MemoryTransaction]:
        """A transaction, undone where it ends with an exception."""
        with self._lock:
            rows, requests, log = len(self.kept), dict(self.requests), self.log.copy()
            try:
                yield MemoryTransaction(self, agreement, None)
            except BaseException:
                kept, self.kept, self.versions = self.kept[:rows], [], {}
                self.add(kept)
                self.requests, self.log = requests, log
                self.record = open_log(self.log, self._keys)
                raise

    def add(self, rows: Iterable[KeptRow]) -> None:
        """Keep rows, found by table and key."""
        for row in rows:
            self.kept.append(row)
            keys = self.versions.setdefault((row.agreement, row.table), {})
            keys.setdefault(row.key, []).append(row)

    def done_before(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        return self.requests.get((request.actor, request.key)) if request.key else None


class MemoryView:
    """The rows of one agreement, as recorded by one moment."""

    def __init__(self, store: MemoryStore, agreement: str, as_of: datetime | None) -> None:
        self._store = store
        self.agreement = agreement
        self.as_of = as_of

    def row(self, table: str, key: str) -> KeptRow | None:
        """The row's version of the moment, or None."""
        return self._standing(self._of(table).get(key, []))

    def rows(
        self,
        table: str,
        *,
        person: str = "",
        transfer: str = "",
        place: str = "",
        open_only: bool = False,
    ) -> tuple[KeptRow, ...]:
        """The rows of a table, each in its version of the moment."""
        standing = (self._standing(versions) for versions in self._of(table).values())
        return tuple(
            row
            for row in standing
            if row is not None
            and person in ("", row.person)
            and transfer in ("", row.transfer)
            and place in ("", row.place)
            and (row.is_open or not open_only)
        )

    def rows_by_table(
        self, tables: Collection[str], *, open_only: bool = False
    ) -> dict[str, tuple[KeptRow, ...]]:
        """The rows of several tables."""
        return {table: self.rows(table, open_only=open_only) for table in tables}

    def began(self, tables: Collection[str]) -> dict[tuple[str, str], datetime]:
        """By table and key, when what a row tells of happened, as its first version says."""
        return {
            (table, key): versions[0].happened_at
            for table in tables
            for key, versions in self._of(table).items()
            if self._is_recorded(versions[0])
        }

    def history(self, table: str, key: str) -> tuple[KeptRow, ...]:
        """Every version of a row recorded by the moment, the oldest first."""
        return tuple(row for row in self._of(table).get(key, ()) if self._is_recorded(row))

    def mark(self) -> int:
        """A number that grows with every entry of the record."""
        return self._store.record.size

    def sheets(self, persons: Collection[str] | None = None) -> tuple[Sheet, ...]:
        """A case bundle for the gate."""
        of = None if persons is None else frozenset(persons)
        return sheets_of({name: self.rows(name) for name in TABLES}, of)

    def _of(self, table: str) -> dict[str, list[KeptRow]]:
        return self._store.versions.get((self.agreement, table), {})

    def _standing(self, versions: list[KeptRow]) -> KeptRow | None:
        return next((row for row in reversed(versions) if self._is_recorded(row)), None)

    def _is_recorded(self, row: KeptRow) -> bool:
        return self.as_of is None or row.recorded_at <= self.as_of


class MemoryTransaction(MemoryView):
    """A view that can keep a plan."""

    def keep(self, act: str, plan: Plan, actor: Actor, now: datetime, request: Request) -> Done:
        """State a plan's rows and their entry."""
        erased = versions_to_erase(self, plan.erases)
        if erased:
            self._record.memory.holds.check_may_erase(plan.case)
        rows = rows_of(plan, self, actor, now)
        entry = draft_of(act, plan, rows, actor)
        (receipted,) = self._record.append([(entry, plan.acts)], now)
        kept = placed(rows, receipted.index)
        self._store.add(kept)
        self._erase(erased)
        found = (*plan.findings, *receipted.notes)
        done = Done(act, self.agreement, receipted.index, receipted.leaf.hex(), kept, found)
        if request.key:
            remembered = Remembered(request.digest, replace(done, findings=()))
            self._store.requests[request.actor, request.key] = remembered
        return done

    def versions(self, names: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The version that stands of each row, by table and key."""
        rows = (self.row(table, key) for table, key in names)
        return {(row.table, row.key): row.version for row in rows if row is not None}

    def _erase(self, versions: tuple[tuple[KeptRow, Erase], ...]) -> None:
        if not versions:
            return
        entries: dict[int, list[KeptRow]] = {}
        for row in self._store.kept:
            entries.setdefault(row.entry, []).append(row)
        places = {id(row): entries[row.entry].index(row) for row, _ in versions}
        forget_in_record(self._record, [(row, places[id(row)], e) for row, e in versions])
        shorter = {id(row): without(row, erase) for row, erase in versions}
        kept = [shorter.get(id(row), row) for row in self._store.kept]
        self._store.kept, self._store.versions = [], {}
        self._store.add(kept)

    def remembered(self, request: Request) -> Remembered | None:
        """What came of the request when it was sent before."""
        return self._store.done_before(request)

    def latest(self) -> datetime | None:
        """When the latest row was recorded."""
        return self._store.kept[-1].recorded_at if self._store.kept else None

    def check_signature(self, text: str, digest: str, office: str) -> Message | None:
        """Why a signed act is not an enrolled officer's over the digest, or None."""
        return signature_fault(self._record, text, digest, office)

    def has_key(self, office: str) -> bool:
        """Whether a key is enrolled for an office."""
        return has_key(self._record, office)

    @property
    def _record(self) -> Record:
        return self._store.record
