"""Manifests and registers from files, as tables of text with their lines."""

# ruff: noqa: S608 - statements hold our own names and quoted identifiers only

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.engine import column_types, identifier, session
from safeconduct.screening.person import COLUMNS, NAMES
from safeconduct.tables.loading import load
from safeconduct.tables.shapes import Column, Kind, Shape
from safeconduct.tables.table import reading

if TYPE_CHECKING:
    import duckdb

MOMENTS = ("born_on",)


@dataclass(frozen=True, slots=True)
class Rows:
    """A manifest or register.

    Attributes:
        table: ``ref``, ``line`` and every other column as text.
        refused: the rows that could not be read.
        findings: what else a person should know of it.
    """

    table: pa.Table
    refused: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def shape_of(key: str, instead: str) -> Shape:
    """The columns of a table of persons or records; all are optional but its key and a name."""
    compared = (
        Column(name, Kind.MOMENT if name in MOMENTS else Kind.TEXT, required=False)
        for name in COLUMNS
    )
    return (Column(key, instead=instead), *compared)


MANIFEST = shape_of("person", "record")
REGISTER = shape_of("record", "person")


def read_rows(file: Path, shape: Shape) -> Rows:
    """Read a manifest or register.

    Raises:
        WrongInput: if the file as a whole cannot be read, or has no column for a name.
    """
    with session() as connection:
        loaded = load(connection, file, shape)
        types = column_types(connection, loaded.relation)
        if not any(name in types for name in NAMES):
            message = Message.of("screening.no-name-column", columns=", ".join(NAMES))
            raise WrongInput(Finding(message, Severity.ERROR, Location(loaded.file, 1)))
        query = _as_text(loaded.relation, tuple(types), shape[0])
        with reading(loaded.file):
            table = connection.sql(f"{query} ORDER BY line").to_arrow_table()
            twice = _twice(connection, query, loaded.file)
    refused = tuple(
        Finding(row.message, location=Location(loaded.file, row.line, row.column))
        for row in loaded.refused
    )
    return Rows(table, refused, twice)


def _as_text(relation: str, names: tuple[str, ...], key: Column) -> str:
    """SQL for the rows with every cell as text, under ``ref`` and ``line``."""
    ref = key.name if key.name in names else key.instead
    cells = [
        f"nullif(trim({identifier(name)}::VARCHAR), '') AS {identifier(_name(name))}"
        for name in names
        if name not in {ref, "line"}
    ]
    # A row without a reference is told by its line, and never left out.
    own = f"coalesce(nullif(trim({identifier(ref)}::VARCHAR), ''), '#' || line) AS ref"
    listed = ", ".join([own, "line::BIGINT AS line", *cells])
    return f"SELECT {listed} FROM {identifier(relation)}"


def _name(column: str) -> str:
    # The table's own key is called "ref"; a column of that name keeps its content beside it.
    return "ref (2)" if column == "ref" else column


def _twice(connection: duckdb.DuckDBPyConnection, query: str, file: str) -> tuple[Finding, ...]:
    """References that stand in several rows; each row is a person of its own."""
    rows = connection.execute(
        f"SELECT ref, count(*), max(line) FROM ({query}) GROUP BY ref HAVING count(*) > 1 "
        "ORDER BY max(line)"
    ).fetchall()
    return tuple(
        Finding(
            Message.of("screening.reference-twice", ref=ref, rows=times),
            Severity.ATTENTION,
            Location(file, line),
        )
        for ref, times, line in rows
    )
