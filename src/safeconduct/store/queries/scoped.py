"""A view of what is open to an actor; the rest is as if nobody had stated it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.subjects import nationality_asked
from safeconduct.clearance import Sheet
from safeconduct.policy import Scope, Subject

ANNOUNCED = frozenset({"sealed", "dispatched", "handed-over"})
"""States of a manifest in which the place of destination reads who is to come."""

FEW = 4
"""So many persons are looked up one by one; for more, all are read at once."""


class ScopedView:
    """A view through the rights of one actor, as :func:`safeconduct.policy.readable` gives them."""

    def __init__(self, view: View, scope: Scope) -> None:
        self._view = view
        self._scope = scope
        self._announced: dict[str, str] = {}
        self._subjects: dict[tuple[str, str, str], Subject] = {}
        self._boundless: dict[str, bool] = {}
        self._persons: dict[str, KeptRow] | None = None
        self._asked_of_persons = 0
        self._is_consulate = any(reach.relation.state for reach in scope.reaches)

    @property
    def agreement(self) -> str:
        """The agreement's identifier."""
        return self._view.agreement

    @property
    def as_of(self) -> datetime | None:
        """The moment by which rows were recorded; None for the present."""
        return self._view.as_of

    @property
    def tables(self) -> frozenset[str]:
        """The tables of which something is open."""
        return self._scope.tables

    def row(self, table: str, key: str) -> KeptRow | None:
        """The row, if it is open."""
        row = self._view.row(table, key) if table in self._scope.tables else None
        return None if row is None else self.open_part(row)

    def rows(
        self, table: str, *, person: str = "", transfer: str = "", place: str = "",
        open_only: bool = False,
    ) -> tuple[KeptRow, ...]:  # fmt: skip
        """The rows of a table that are open."""
        if table not in self._scope.tables:
            return ()
        rows = self._view.rows(
            table, person=person, transfer=transfer, place=place, open_only=open_only
        )
        return tuple(shown for row in rows if (shown := self.open_part(row)) is not None)

    def rows_by_table(
        self, tables: Collection[str], *, open_only: bool = False
    ) -> dict[str, tuple[KeptRow, ...]]:
        """The rows of several tables that are open."""
        found = self._view.rows_by_table(self._scope.tables & set(tables), open_only=open_only)
        parts = {table: map(self.open_part, found.get(table, ())) for table in tables}
        return {t: tuple(row for row in rows if row is not None) for t, rows in parts.items()}

    def began(self, tables: Collection[str]) -> dict[tuple[str, str], datetime]:
        """When what the rows that are open tell of happened, as their first versions say."""
        found = self.rows_by_table(tables)
        shown = {(table, row.key) for table, rows in found.items() for row in rows}
        return {name: at for name, at in self._view.began(tables).items() if name in shown}

    def history(self, table: str, key: str) -> tuple[KeptRow, ...]:
        """The versions of a row that are open."""
        if table not in self._scope.tables:
            return ()
        rows = self._view.history(table, key)
        return tuple(shown for row in rows if (shown := self.open_part(row)) is not None)

    def sheets(self, persons: Collection[str] | None = None) -> tuple[Sheet, ...]:
        """The gate reads everything, or it would judge from less than is known."""
        return self._view.sheets(persons)

    def open_part(self, row: KeptRow) -> KeptRow | None:
        """What is open of a row; None where nothing is."""
        for subject in self._subjects_of(row):
            values = self._scope.shown(row.table, subject, row.values)
            if values is not None:
                return replace(row, values=cast("dict[str, Any]", values))
        return None

    def subject_of(self, row: KeptRow) -> Subject:
        """Whom and what a row concerns, for the question of rights."""
        return self._subject(row.person, row.transfer, row.place)

    def _subjects_of(self, row: KeptRow) -> Iterator[Subject]:
        if self._is_boundless(row.table):
            # Whoever reads all of a table reads it wherever the person is.
            yield Subject(self.agreement, row.person, row.transfer, row.place)
            return
        yield self._subject(row.person, row.transfer, row.place)
        known = self._person(row.person)
        transfer = row.transfer or (known.transfer if known is not None else "")
        if transfer and (place := self._announced_to(transfer)):
            yield self._subject(row.person, transfer, place)
        if row.transfer and not row.person:
            yield from self._of_travellers(row)

    def _of_travellers(self, row: KeptRow) -> Iterator[Subject]:
        """A journey is open through the person who makes it."""
        for reach in self._scope.reaching(row.table):
            person = reach.relation.person
            known = self._person(person)
            if known is not None and known.transfer == row.transfer:
                yield self._subject(person, row.transfer, row.place)

    def _announced_to(self, transfer: str) -> str:
        """The place to which a closed manifest announces those on it; empty for an open one."""
        if transfer not in self._announced:
            manifest = self._view.row("manifests", transfer)
            closed = manifest is not None and manifest.text("state") in ANNOUNCED
            place = manifest.text("destination") if manifest is not None and closed else ""
            self._announced[transfer] = place
        return self._announced[transfer]

    def _is_boundless(self, table: str) -> bool:
        if table not in self._boundless:
            reaching = self._scope.reaching(table)
            self._boundless[table] = not any(reach.limits for reach in reaching)
        return self._boundless[table]

    def _subject(self, person: str, transfer: str, place: str) -> Subject:
        key = (person, transfer, place)
        if key not in self._subjects:
            known = self._person(person)
            if known is not None:
                transfer, place = transfer or known.transfer, place or known.place
            asked = nationality_asked(self._view, person) if self._is_consulate else ()
            self._subjects[key] = Subject(self.agreement, person, transfer, place, asked)
        return self._subjects[key]

    def _person(self, person: str) -> KeptRow | None:
        if not person:
            return None
        if self._persons is None and self._asked_of_persons >= FEW:
            self._persons = {row.key: row for row in self._view.rows("persons")}
        if self._persons is not None:
            return self._persons.get(person)
        self._asked_of_persons += 1
        return self._view.row("persons", person)
