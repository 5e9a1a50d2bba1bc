"""A few rows of a table in a session, as rows of facts."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from safeconduct.clearance.rows import Cell, Row
from safeconduct.engine import identifier
from safeconduct.facts import TABLES
from safeconduct.facts.sql import stored_columns

if TYPE_CHECKING:
    import duckdb

GENERAL_ORDERS = (
    "scope IS DISTINCT FROM 'person' OR person IS NULL OR "
    "(kind = 'lift' AND lifts IN (SELECT \"order\" FROM orders "
    "WHERE (scope IS DISTINCT FROM 'person' OR person IS NULL) AND \"order\" IS NOT NULL))"
)
"""Orders that are not on one person, and the lifts of such; the sub-query holds no NULL."""


def rows_of(
    connection: duckdb.DuckDBPyConnection, table: str, where: str = "TRUE"
) -> tuple[Row, ...]:
    """A small part of a table as rows.

    Args:
        connection: the session.
        table: the table.
        where: which rows; written by the program, never by a file.
    """
    names = [column.name for column in stored_columns(TABLES[table])]
    listed = ", ".join(map(identifier, names))
    query = f"SELECT line, {listed} FROM {identifier(table)} WHERE {where} ORDER BY line"  # noqa: S608 - declared names
    found = connection.execute(query).fetchall()
    return tuple(
        Row(
            table,
            MappingProxyType({n: _cell(v) for n, v in zip(names, row, strict=True)}),
            line=line,
        )
        for line, *row in found
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    return tuple(value) if isinstance(value, list) else value
