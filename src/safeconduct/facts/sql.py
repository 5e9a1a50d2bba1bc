"""The SQL columns of each table, for DuckDB."""

from __future__ import annotations

from safeconduct.facts.kinds import FactType
from safeconduct.facts.table import DAY_SUFFIX, STATE_SUFFIX, Column, Table

SQL_TYPES = {
    FactType.KEY: "VARCHAR",
    FactType.TEXT: "VARCHAR",
    FactType.CODE: "VARCHAR",
    FactType.CODES: "VARCHAR[]",
    FactType.BOOLEAN: "BOOLEAN",
    FactType.INTEGER: "BIGINT",
    FactType.DATE: "DATE",
    FactType.INSTANT: "TIMESTAMP",
    FactType.JURISDICTION: "VARCHAR",
    FactType.REFERENCE: "VARCHAR",
    FactType.PREDICATE: "VARCHAR",
}
"""Instants are kept in UTC; the local day of each, as it was written, stands beside it."""


def stored_columns(table: Table) -> tuple[Column, ...]:
    """The columns that a SQL table holds: those of the file, and the days and States in them."""
    return tuple(
        column
        for column in table.all_columns
        if not column.derived or column.name.endswith((DAY_SUFFIX, STATE_SUFFIX))
    )


def create_table(table: Table, *, with_line: bool = False) -> str:
    """The statement that makes an empty table.

    Args:
        table: its declaration.
        with_line: whether it tells of each row where it stood in its file.
    """
    columns = ", ".join(f'"{c.name}" {SQL_TYPES[c.type]}' for c in stored_columns(table))
    columns += ", line BIGINT" if with_line else ""
    return f'CREATE TABLE "{table.name}" ({columns})'
