"""Parquet: read where it lies, so that millions of rows are never copied."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from safeconduct.engine import fresh, identifier, literal
from safeconduct.tables.headings import read_headings
from safeconduct.tables.shapes import Kind, Shape
from safeconduct.tables.table import LINE, Table, wrong_file

_TEXTS = ("VARCHAR", "UUID", "ENUM")
_WHOLE = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
    "UBIGINT",
)
_MOMENTS = (
    "VARCHAR",
    "DATE",
    "TIMESTAMP",
    "TIMESTAMP_S",
    "TIMESTAMP_MS",
    "TIMESTAMP_NS",
    "TIMESTAMP WITH TIME ZONE",
)
ALLOWED: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: (*_TEXTS, *_WHOLE),
    Kind.MOMENT: _MOMENTS,
    Kind.NUMBER: ("VARCHAR", *_WHOLE, "DECIMAL"),
}
"""The column types that each kind may have. A binary floating-point number holds no exact money."""

_ROW = "file_row_number"


def load_parquet(connection: duckdb.DuckDBPyConnection, file: Path, shape: Shape) -> Table:
    """Make a view of a Parquet file; columns keep their types.

    Raises:
        WrongInput: if the file is no Parquet file, its headings are wrong, or a column that the
            shape names has a type that cannot hold it.
    """
    source = f"read_parquet({literal(_no_pattern(file))}, {_ROW} = true)"
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    except duckdb.Error as bad:
        raise wrong_file(file, "tables.not-parquet") from bad
    types = {name: kind for name, kind, *_ in described if name != _ROW}
    names = read_headings(file, tuple(types), shape, 1)
    for name, kind in zip(names, types.values(), strict=True):
        _check_type(file, name, kind, shape)
    relation = fresh("table")
    columns = ", ".join(
        f"{identifier(written)} AS {identifier(name)}"
        for written, name in zip(types, names, strict=True)
    )
    connection.execute(
        f"CREATE VIEW {relation} AS SELECT {_ROW} + 1 AS {LINE}, {columns} FROM {source}"
    )
    return Table(relation, str(file), names)


def _no_pattern(file: Path) -> str:
    """The path with the characters disarmed that DuckDB would expand to several files."""
    return re.sub(r"[*?\[]", lambda found: f"[{found.group()}]", str(file))


def _check_type(file: Path, name: str, kind: str, shape: Shape) -> None:
    for column in shape:
        is_stored_day = column.kind is Kind.MOMENT and name == column.instead
        allowed = ("DATE",) if is_stored_day else ALLOWED[column.kind]
        if name in (column.name, column.instead) and kind.partition("(")[0] not in allowed:
            raise wrong_file(
                file, "tables.column-type", None, name, type=kind, allowed=" | ".join(allowed)
            )
