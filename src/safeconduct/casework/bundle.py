"""Rows as a case bundle, so that the gate reads a node as it reads files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from safeconduct.casework.cells import bundle_text
from safeconduct.casework.row import KeptRow
from safeconduct.clearance import Sheet, SheetRow, seal_of
from safeconduct.facts import TABLES, Subject, Table

CONTENTS = "contents"


def sheets_of(
    rows: Mapping[str, Iterable[KeptRow]], of: frozenset[str] | None
) -> tuple[Sheet, ...]:
    """A bundle that accounts for its rows.

    Args:
        rows: by table, each row in the version of the moment.
        of: the persons of whom rows are wanted; None for everybody. Of the orders, those that
            name another person alone are left out: any other may touch whom it does not name.
    """
    sheets = tuple(
        _sheet(table, rows.get(name, ()), of) for name, table in TABLES.items() if name != CONTENTS
    )
    lines = enumerate(seal_of(sheets), 2)
    cells = (
        SheetRow(line, {"table": table, "rows": count, "sha256": sha, "recorded_at": _ALWAYS})
        for line, (table, count, sha) in lines
    )
    headings = tuple(column.name for column in TABLES[CONTENTS].written_columns)
    return (Sheet(CONTENTS, CONTENTS, headings, tuple(cells)), *sheets)


_ALWAYS = "2000-01-01T00:00+00:00"
"""A bundle that is made of rows accounts for itself whatever moment is asked for."""


def _sheet(table: Table, rows: Iterable[KeptRow], of: frozenset[str] | None) -> Sheet:
    wanted = rows if of is None else (row for row in rows if _concerns(table, row, of))
    headings = tuple(column.name for column in table.written_columns)
    read = tuple(SheetRow(line, _cells(row)) for line, row in enumerate(wanted, 2))
    return Sheet(table.name, table.name, headings, read)


def _concerns(table: Table, row: KeptRow, of: frozenset[str]) -> bool:
    if table.name == "orders":
        return row.person in of or not row.person or row.text("scope") != "person"
    return table.subject is Subject.FRAME or row.person in of


def _cells(row: KeptRow) -> dict[str, str]:
    cells = {name: text for name, value in row.values.items() if (text := bundle_text(value))}
    cells["recorded_at"] = row.recorded_at.isoformat()
    return cells
