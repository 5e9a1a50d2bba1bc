"""A case bundle in Parquet files, for a million persons: views, not copies.

A file holds stored columns: instants in UTC as ``TIMESTAMP`` with the local day beside them, lists
as lists. A column that a file lacks is a fact that nobody recorded; a table without a file has no
row. Keys are unique: one version of each row, the one known at the moment.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from safeconduct.clearance.offices import offices_known
from safeconduct.clearance.rows import Cell, Row
from safeconduct.clearance.sql.tables import load_offices
from safeconduct.clearance.sql.writer import instant
from safeconduct.clearance.world import Moment, OfficeKnown
from safeconduct.engine import column_types, identifier, literal
from safeconduct.facts import SQL_TYPES, TABLES, Table, create_table
from safeconduct.facts.sql import stored_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    import duckdb


def open_parquet(
    connection: duckdb.DuckDBPyConnection, folder: Path, moment: Moment
) -> Mapping[str, OfficeKnown]:
    """Make a view of each table with what was recorded by the moment, and ``offices_known``.

    Returns:
        The offices, by name.
    """
    for table in TABLES.values():
        path = folder / f"{table.name}.parquet"
        if path.is_file():
            _view(connection, table, path, moment)
        else:
            connection.execute(create_table(table))
    connection.execute(
        "CREATE TABLE offices_known "
        "(office VARCHAR, kind VARCHAR, root VARCHAR, may_detain BOOLEAN)"
    )
    offices = offices_known(rows_of(connection, "offices"))
    load_offices(connection, offices)
    return offices


def _view(connection: duckdb.DuckDBPyConnection, table: Table, path: Path, moment: Moment) -> None:
    source = f"read_parquet({literal(str(path))})"
    connection.execute(f"CREATE VIEW incoming AS SELECT * FROM {source}")  # noqa: S608 - a literal
    held = column_types(connection, "incoming")
    connection.execute("DROP VIEW incoming")
    columns = ", ".join(
        identifier(c.name)
        if c.name in held
        else f"CAST(NULL AS {SQL_TYPES[c.type]}) AS {identifier(c.name)}"
        for c in stored_columns(table)
    )
    known = f"WHERE recorded_at <= {instant(moment.now)}"
    connection.execute(
        f"CREATE VIEW {identifier(table.name)} AS SELECT {columns} FROM {source} {known}"  # noqa: S608 - declared names and literals
    )


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
    listed = ", ".join(identifier(name) for name in names)
    query = f"SELECT {listed} FROM {identifier(table)} WHERE {where}"  # noqa: S608 - declared names
    found = connection.execute(query).fetchall()
    return tuple(
        Row(table, MappingProxyType({n: _cell(v) for n, v in zip(names, row, strict=True)}))
        for row in found
    )


GENERAL_ORDERS = (
    "scope IS DISTINCT FROM 'person' OR person IS NULL OR "
    "(kind = 'lift' AND lifts IN (SELECT \"order\" FROM orders "
    "WHERE (scope IS DISTINCT FROM 'person' OR person IS NULL) AND \"order\" IS NOT NULL))"
)
"""Orders that are not on one person, and the lifts of such; the sub-query holds no NULL."""


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    return tuple(value) if isinstance(value, list) else value


def empty_tables(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The tables that have no row."""
    found = set()
    for name in TABLES:
        row = connection.execute(f"SELECT 1 FROM {identifier(name)} LIMIT 1").fetchone()  # noqa: S608 - a declared name
        if row is None:
            found.add(name)
    return frozenset(found)
