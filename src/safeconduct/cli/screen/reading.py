"""Manifests and registers from files, as tables of text with their lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.cli.books import as_finding
from safeconduct.engine import column_types, identifier, session
from safeconduct.screening.person import COLUMNS, NAMES
from safeconduct.tables import Column, Kind, Shape, load, reading

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
            place = Location(loaded.file, 1)
            raise WrongInput(Finding(message, Severity.ERROR, place))
        key = shape[0].name if shape[0].name in types else shape[0].instead
        columns = ", ".join(
            f"nullif(trim({identifier(name)}::VARCHAR), '') AS {identifier(_name(name))}"
            for name in types
            if name not in {key, "line"}
        )
        ref = f"coalesce(nullif(trim({identifier(key)}::VARCHAR), ''), '#' || line)"
        query = f"SELECT {ref} AS ref, line::BIGINT AS line, {columns} FROM {identifier(loaded.relation)} ORDER BY line"  # noqa: S608 E501 - our own names and quoted identifiers
        with reading(loaded.file):
            table = connection.sql(query).to_arrow_table()
    refused = tuple(as_finding(row, loaded.file) for row in loaded.refused)
    return Rows(table, refused, _twice(table, loaded.file))


def _name(column: str) -> str:
    # The table's own key is called "ref"; a column of that name keeps its content beside it.
    return "ref (2)" if column == "ref" else column


def _twice(table: pa.Table, file: str) -> tuple[Finding, ...]:
    """References that stand in several rows; each row is a person of its own."""
    counted = table.group_by("ref").aggregate([("line", "count"), ("line", "max")])
    rows = zip(*(counted.column(name).to_pylist() for name in counted.column_names), strict=True)
    named = {name: place for place, name in enumerate(counted.column_names)}
    return tuple(
        Finding(
            Message.of(
                "screening.reference-twice", ref=row[named["ref"]], rows=row[named["line_count"]]
            ),
            Severity.ATTENTION,
            Location(file, row[named["line_max"]]),
        )
        for row in sorted(rows, key=lambda row: row[named["line_max"]])
        if row[named["line_count"]] > 1
    )
