"""The rows of a Parquet file as they stand in it: declared columns, each of its declared type.

A file holds instants in UTC with the local day of each beside it (``served_at``,
``served_at_day``), lists as lists, and no State derived from a code: that is taken from the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.reading import unknown_column
from safeconduct.engine import column_types, identifier, literal
from safeconduct.facts import DAY_SUFFIX, SQL_TYPES, STATE_SUFFIX, Column, FactType, Table
from safeconduct.facts.sql import stored_columns

if TYPE_CHECKING:
    from safeconduct.clearance.bulk.folder import Folder

_ACCEPTED = {
    FactType.INTEGER: re.compile(r"U?(TINYINT|SMALLINT|INTEGER|BIGINT)"),
    FactType.INSTANT: re.compile(r"TIMESTAMP(_S|_MS|_NS| WITH TIME ZONE)?"),
}
_WITH_ZONE = "TIMESTAMP WITH TIME ZONE"
_NOTHING = '"NULL"'
"""The type of a column in which no row holds anything."""


def file_columns(table: Table) -> tuple[Column, ...]:
    """The columns of a Parquet file of the table."""
    return tuple(
        column
        for column in stored_columns(table)
        if not (column.derived and column.name.endswith(STATE_SUFFIX))
    )


def make_raw(
    connection: duckdb.DuckDBPyConnection, table: Table, folder: Folder
) -> Iterator[Problem]:
    """Make the view ``raw_TABLE``, with the number of each row as ``line``.

    Yields:
        Columns that the table does not have.

    Raises:
        WrongInput: if the file is no Parquet, a column has another type, a column is missing
            without which no row can be read, or a moment has no day beside it.
    """
    file = folder.files[table.name]
    held = _held(connection, file)
    declared = {column.name: column for column in file_columns(table)}
    faults = [*_faults(table, declared, held, folder)]
    if faults:
        raise WrongInput(*faults)
    selected = ", ".join(_selected(column, held) for column in stored_columns(table))
    connection.execute(
        f"CREATE VIEW {identifier('raw_' + table.name)} AS "  # noqa: S608 - declared names, literal
        f"SELECT {selected}, file_row_number + 1 AS line "
        f"FROM read_parquet({literal(str(file))}, file_row_number = true)"
    )
    for name in held:
        if name not in declared:
            near = get_close_matches(name, declared, n=1)
            yield unknown_column(name, table, near, folder.at(table.name, None, name))


def _held(connection: duckdb.DuckDBPyConnection, file: Path) -> dict[str, str]:
    source = f"read_parquet({literal(str(file))})"
    try:
        connection.execute(f"CREATE OR REPLACE VIEW incoming AS SELECT * FROM {source}")  # noqa: S608 - a literal
    except duckdb.Error:
        message = Message.of("clearance.parquet-not-readable")
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(file)))) from None
    held = dict(column_types(connection, "incoming"))
    connection.execute("DROP VIEW incoming")
    return held


def _faults(
    table: Table, declared: dict[str, Column], held: dict[str, str], folder: Folder
) -> Iterator[Finding]:
    for name, column in declared.items():
        where = folder.at(table.name, None, name)
        if name not in held:
            if column.required:
                yield Finding(
                    Message.of("clearance.parquet-column", column=name), Severity.ERROR, where
                )
            elif column.derived and name.removesuffix(DAY_SUFFIX) in held:
                yield Finding(
                    Message.of("clearance.parquet-day", column=name), Severity.ERROR, where
                )
            continue
        wanted = SQL_TYPES[column.type]
        accepted = _ACCEPTED.get(column.type, re.compile(re.escape(wanted)))
        if held[name] != _NOTHING and not accepted.fullmatch(held[name]):
            message = Message.of("clearance.parquet-type", type=held[name], wanted=wanted)
            yield Finding(message, Severity.ERROR, where)


def _selected(column: Column, held: dict[str, str]) -> str:
    name, type_ = identifier(column.name), SQL_TYPES[column.type]
    if column.name in held:
        if held[column.name] == _WITH_ZONE:
            return f"make_timestamp(epoch_us({name})) AS {name}"
        return name if held[column.name] == type_ else f"CAST({name} AS {type_}) AS {name}"
    code = column.name.removesuffix(STATE_SUFFIX)
    if column.derived and code != column.name and code in held:
        return f"left({identifier(code)}, 2) AS {name}"
    return f"CAST(NULL AS {type_}) AS {name}"
