"""Tables read once and found again in memory: what is watched is asked of every row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow


class ReadOnce:
    """Some tables of a view, as they stood when they were read; to ask for another is a KeyError.

    Attributes:
        agreement: the agreement's identifier.
    """

    def __init__(
        self, view: View, tables: Collection[str], open_ones: Collection[str] = ()
    ) -> None:
        """Read.

        Args:
            view: what is known.
            tables: the tables to read whole.
            open_ones: the tables of which only what still goes on is read.
        """
        self.agreement = view.agreement
        found = dict(view.rows_by_table(tables))
        if open_ones:
            found |= view.rows_by_table(open_ones, open_only=True)
        self._rows: Mapping[str, tuple[KeptRow, ...]] = found
        self._by_key = {table: {row.key: row for row in rows} for table, rows in found.items()}
        self._by_person = {table: _grouped(rows, "person") for table, rows in found.items()}
        self._by_transfer = {table: _grouped(rows, "transfer") for table, rows in found.items()}
        changed = {row.table for rows in found.values() for row in rows if row.version > 1}
        self._began = view.began(changed) if changed else {}

    def row(self, table: str, key: str) -> KeptRow | None:
        """The row, or None."""
        return self._by_key[table].get(key)

    def rows(self, table: str, *, open_only: bool = False) -> tuple[KeptRow, ...]:
        """The rows of a table, in the order of first entry."""
        rows = self._rows[table]
        return tuple(row for row in rows if row.is_open) if open_only else rows

    def of_person(self, table: str, person: str) -> tuple[KeptRow, ...]:
        """The rows of a table that speak of a person; none where nobody is named."""
        return tuple(self._by_person[table].get(person, ())) if person else ()

    def of_transfer(self, table: str, transfer: str) -> tuple[KeptRow, ...]:
        """The rows of a table that belong to a transfer; none where none is named."""
        return tuple(self._by_transfer[table].get(transfer, ())) if transfer else ()

    def began(self, row: KeptRow) -> datetime:
        """When what a row tells of happened, as its first version says."""
        return row.happened_at if row.version == 1 else self._began[row.table, row.key]


def _grouped(rows: Iterable[KeptRow], by: str) -> Mapping[str, list[KeptRow]]:
    groups: dict[str, list[KeptRow]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, by)].append(row)
    return groups
