"""A case bundle in Parquet files, for a million persons: views, not copies.

A file holds stored columns: instants in UTC as ``TIMESTAMP`` with the local day beside them, lists
as lists. A column that a file lacks is a fact that nobody recorded; a table without a file has no
row. Keys are unique: one version of each row, the one known at the moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    import duckdb


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle in Parquet files, opened at a moment.

    Attributes:
        offices: the offices, by name.
        orders: the orders that are not on one person, and their lifts.
        empty: the tables without a file, which have no row and no view.
    """

    offices: Mapping[str, OfficeKnown]
    orders: tuple[Row, ...]
    empty: frozenset[str]


def open_parquet(connection: duckdb.DuckDBPyConnection, folder: Path, moment: Moment) -> Opened:
    """Make a view of each table with what was recorded by the moment, and ``offices_known``."""
    empty = set()
    for table in TABLES.values():
        path = folder / f"{table.name}.parquet"
        if path.is_file():
            _view(connection, table, path, moment)
        else:
            empty.add(table.name)
    for always in ("persons", "transfers", "places"):
        if always in empty:
            connection.execute(create_table(TABLES[always]))
    connection.execute(
        "CREATE TABLE offices_known "
        "(office VARCHAR, kind VARCHAR, root VARCHAR, may_detain BOOLEAN)"
    )
    offices = offices_known(() if "offices" in empty else rows_of(connection, "offices"))
    load_offices(connection, offices)
    orders = () if "orders" in empty else rows_of(connection, "orders", GENERAL_ORDERS)
    return Opened(offices, orders, frozenset(empty))


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
