"""The small files beside a register: places, acts, indices, flags and postings, as rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.basics import Finding
from safeconduct.cli.books import as_finding
from safeconduct.compensation import Row
from safeconduct.tables import Column, Kind, Shape, load

if TYPE_CHECKING:
    import duckdb

PLACES: Shape = (
    Column("from", Kind.MOMENT),
    Column("to", Kind.MOMENT),
    Column("places", Kind.NUMBER),
)
"""Places made available, a span of days a row."""

ACTS: Shape = (Column("act"), Column("on", Kind.MOMENT), Column("quantity", Kind.NUMBER))
"""Transports, guard hours and other acts, one a row."""

INDICES: Shape = (Column("series"), Column("period"), Column("value", Kind.NUMBER))
"""Index figures, one a row."""

FLAGS: Shape = (
    Column("booking"),
    Column("from", Kind.MOMENT),
    Column("to", Kind.MOMENT),
    Column("kind"),
    Column("why", required=False),
)
"""Disputed and unregistered days, one span of a booking a row."""

POSTINGS: Shape = (
    Column("on", Kind.MOMENT),
    Column("kind"),
    Column("amount", Kind.NUMBER),
    Column("reference"),
    Column("currency", required=False),
)
"""Payments, advances and other postings, one a row."""


def rows_of(
    connection: duckdb.DuckDBPyConnection, file: str, shape: Shape
) -> tuple[Sequence[Row], tuple[Finding, ...]]:
    """The rows of a small file, and findings for those that could not be read.

    Raises:
        WrongInput: if the file as a whole cannot be read.
    """
    table = load(connection, Path(file), shape)
    rows = [_row(table.file, cells) for cells in table.rows(connection)]
    return rows, tuple(as_finding(refused, table.file) for refused in table.refused)


def _row(file: str, cells: dict[str, object]) -> Row:
    line = cells["line"]
    texts = {name: as_text(value) for name, value in cells.items() if name != "line"}
    return Row(file, line if isinstance(line, int) else 0, texts)


def as_text(value: object) -> str:
    """A typed value as a CSV file would hold it; a midnight is its day."""
    match value:
        case None:
            return ""
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)
