"""The known facts as tables of a session, so that a statement can ask them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import pyarrow as pa

from safeconduct.clearance.rows import Cell, Row
from safeconduct.clearance.world import OfficeKnown
from safeconduct.engine import identifier
from safeconduct.facts import TABLES, FactType, Table, create_table
from safeconduct.facts.sql import stored_columns

if TYPE_CHECKING:
    import duckdb

_ARROW = {
    FactType.BOOLEAN: pa.bool_(),
    FactType.INTEGER: pa.int64(),
    FactType.DATE: pa.date32(),
    FactType.INSTANT: pa.timestamp("us"),
    FactType.CODES: pa.list_(pa.string()),
}


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every table of a bundle, empty."""
    for table in TABLES.values():
        connection.execute(create_table(table))
    create_offices(connection)


def create_offices(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``offices_known``, empty."""
    connection.execute(
        "CREATE TABLE offices_known "
        "(office VARCHAR, kind VARCHAR, root VARCHAR, may_detain BOOLEAN)"
    )


def load_tables(
    connection: duckdb.DuckDBPyConnection,
    tables: Mapping[str, Sequence[Row]],
    offices: Mapping[str, OfficeKnown],
) -> None:
    """Fill the tables with rows as known at a moment."""
    for name, rows in tables.items():
        if rows:
            _insert(connection, name, arrow_of(TABLES[name], rows))
    load_offices(connection, offices)


def load_offices(connection: duckdb.DuckDBPyConnection, offices: Mapping[str, OfficeKnown]) -> None:
    """Fill ``offices_known``."""
    for name, office in offices.items():
        kind = office.kind or None
        connection.execute(
            "INSERT INTO offices_known VALUES (?, ?, ?, ?)",
            [name, kind, office.root or None, office.may_detain],
        )


def arrow_of(table: Table, rows: Sequence[Row]) -> pa.Table:
    """The rows as an Arrow table with the stored columns of the declaration."""
    columns = {
        column.name: pa.array(
            [_stored(row.values.get(column.name)) for row in rows],
            type=_ARROW.get(column.type, pa.string()),
        )
        for column in stored_columns(table)
    }
    return pa.table(columns)


def _stored(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    return list(cell) if isinstance(cell, tuple) else cell


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("incoming", rows)
    names = ", ".join(identifier(column) for column in rows.column_names)
    statement = f"INSERT INTO {identifier(name)} ({names}) SELECT {names} FROM incoming"  # noqa: S608 - names of declared tables
    connection.execute(statement)
    connection.unregister("incoming")
