"""What is known under one agreement, read from the rows of the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from safeconduct.casework.bundle import sheets_of
from safeconduct.casework.cells import read_values
from safeconduct.casework.row import KeptRow
from safeconduct.clearance import Sheet
from safeconduct.facts import TABLES, Subject
from safeconduct.store.log_storage import DatabaseLog
from safeconduct.store.models import CurrentRow, StatedRow

_FIELDS = (
    "agreement", "table", "key", "version", "values", "personal__values", "person", "transfer",
    "place", "is_open", "happened_at", "recorded_at", "entry", "actor", "actor_name",
)  # fmt: skip
_OF_CURRENT = tuple(f"row__{field}" for field in _FIELDS)
_FRAME = (
    "orders",
    *(table.name for table in TABLES.values() if table.subject is Subject.FRAME),
)
_OF_PERSONS = tuple(name for name in TABLES if name not in _FRAME)


# Written out, for every act asks for several rows: to build the statement takes longer than it.
_ONE_ROW = """
SELECT r.agreement, r."table", r.key, r.version, r."values", p."values", r.person, r.transfer,
       r.place, r.is_open, r.happened_at, r.recorded_at, r.entry, r.actor, r.actor_name
FROM store_current_row c
JOIN store_stated_row r ON r.id = c.row_id
LEFT JOIN store_personal_values p ON p.row_id = r.id
WHERE c.agreement = %s AND c."table" = %s AND c.key = %s
"""


class DatabaseView:
    """The rows of one agreement, as recorded by one moment."""

    def __init__(self, agreement: str, as_of: datetime | None) -> None:
        self._agreement = agreement
        self._as_of = as_of

    @property
    def agreement(self) -> str:
        """The agreement's identifier."""
        return self._agreement

    @property
    def as_of(self) -> datetime | None:
        """The moment by which rows were recorded; None for the present."""
        return self._as_of

    def row(self, table: str, key: str) -> KeptRow | None:
        """The row's version of the moment, or None."""
        if self._as_of is None:
            return _current_row(self._agreement, table, key)
        versions = self._versions(table, key).order_by("-version")[:1]
        return next(iter(_read(versions, _FIELDS)), None)

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
        wanted = Q(table=table)
        for name, value in (("person", person), ("transfer", transfer), ("place", place)):
            if value:
                wanted &= Q(**{name: value})
        if open_only:
            wanted &= Q(is_open=True)
        return self._found(wanted)

    def rows_by_table(
        self, tables: Collection[str], *, open_only: bool = False
    ) -> dict[str, tuple[KeptRow, ...]]:
        """The rows of several tables, in one query."""
        wanted = Q(table__in=tables, is_open=True) if open_only else Q(table__in=tables)
        found: dict[str, list[KeptRow]] = {table: [] for table in tables}
        for row in self._found(wanted):
            found[row.table].append(row)
        return {table: tuple(rows) for table, rows in found.items()}

    def began(self, tables: Collection[str]) -> dict[tuple[str, str], datetime]:
        """By table and key, when what a row tells of happened, as its first version says."""
        first = StatedRow.objects.filter(agreement=self._agreement, table__in=tables, version=1)
        known = first if self._as_of is None else first.filter(recorded_at__lte=self._as_of)
        return {(t, key): at for t, key, at in known.values_list("table", "key", "happened_at")}

    def history(self, table: str, key: str) -> tuple[KeptRow, ...]:
        """Every version of a row recorded by the moment, the oldest first."""
        return _read(self._versions(table, key).order_by("version"), _FIELDS)

    def mark(self) -> int:
        """A number that grows with every entry of the record."""
        return DatabaseLog().size()

    def sheets(self, persons: Collection[str] | None = None) -> tuple[Sheet, ...]:
        """A case bundle for the gate, in one query."""
        wanted = Q(table__in=_FRAME)
        of_persons = Q(table__in=_OF_PERSONS)
        if persons is not None:
            of_persons &= Q(person__in=list(persons))
        by_table: dict[str, list[KeptRow]] = defaultdict(list)
        for row in self._found(wanted | of_persons):
            by_table[row.table].append(row)
        return sheets_of(by_table, None if persons is None else frozenset(persons))

    def _found(self, wanted: Q) -> tuple[KeptRow, ...]:
        if self._as_of is None:
            current = CurrentRow.objects.filter(wanted, agreement=self._agreement)
            return _read(current.order_by("first"), _OF_CURRENT)
        return _read(self._standing().filter(wanted).order_by("id"), _FIELDS)

    def _standing(self) -> QuerySet[StatedRow]:
        """The version of each row that stood at the moment."""
        known = StatedRow.objects.filter(agreement=self._agreement, recorded_at__lte=self._as_of)
        later = StatedRow.objects.filter(
            agreement=OuterRef("agreement"),
            table=OuterRef("table"),
            key=OuterRef("key"),
            version__gt=OuterRef("version"),
            recorded_at__lte=self._as_of,
        )
        return known.filter(~Exists(later))

    def _versions(self, table: str, key: str) -> QuerySet[StatedRow]:
        found = StatedRow.objects.filter(agreement=self._agreement, table=table, key=key)
        return found if self._as_of is None else found.filter(recorded_at__lte=self._as_of)


def rows_of_entry(entry: int) -> tuple[KeptRow, ...]:
    """The rows that an entry stated, in its order."""
    return _read(StatedRow.objects.filter(entry=entry).order_by("id"), _FIELDS)


def every_version() -> Iterator[KeptRow]:
    """Every version of every row, in the order in which they were stated."""
    found = StatedRow.objects.order_by("id")
    for values in found.values_list(*_FIELDS).iterator(chunk_size=2_000):
        yield _kept(values)


def _read(found: QuerySet[Any], fields: tuple[str, ...]) -> tuple[KeptRow, ...]:
    return tuple(map(_kept, found.values_list(*fields)))


def _kept(of: tuple[Any, ...]) -> KeptRow:
    agreement, table, key, version, values, personal, *rest = of
    read = read_values(table, {**values, **(personal or {})})
    return KeptRow(agreement, table, key, version, read, *rest)


def _current_row(agreement: str, table: str, key: str) -> KeptRow | None:
    with connection.cursor() as cursor:
        cursor.execute(_ONE_ROW, [agreement, table, key])
        found = cursor.fetchone()
    if found is None:
        return None
    named, values, personal, reach = found[:4], found[4], found[5], found[6:10]
    happened, recorded, *by = found[10:]
    of = (*named, _loaded(values), _loaded(personal), *reach, _aware(happened), _aware(recorded))
    return _kept((*of, *by))


def _loaded(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _aware(at: datetime) -> datetime:
    """An instant of the database; SQLite leaves out that it is in UTC."""
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
