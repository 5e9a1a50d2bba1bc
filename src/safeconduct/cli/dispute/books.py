"""Books as text, row by row: what a corrected book is made from, and how it is written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.cli.small_tables import as_text
from safeconduct.cli.written_files import write_file
from safeconduct.reconciliation import BookFile
from safeconduct.tables import Table

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class BookText:
    """A book as text.

    Attributes:
        rows: its rows by line, in order.
        absences: rows of its absences.
    """

    rows: Mapping[int, Mapping[str, str]]
    absences: Sequence[Mapping[str, str]]


def read_texts(connection: duckdb.DuckDBPyConnection, book: BookFile) -> BookText:
    """A book that is open in the session."""
    rows = dict(_rows(connection, book.relation, book.name))
    away = _rows(connection, book.absences, book.absences_name) if book.absences else ()
    return BookText(rows, [row for _, row in away])


def _rows(
    connection: duckdb.DuckDBPyConnection, relation: str, file: str
) -> Iterable[tuple[int, Mapping[str, str]]]:
    table = Table(relation, file, ())
    return [
        (
            int(str(cells["line"])),
            {name: as_text(value) for name, value in cells.items() if name != "line"},
        )
        for cells in table.rows(connection)
    ]


def write_book(file: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows as CSV.

    Raises:
        WrongInput: if the file cannot be written.
    """
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_file(file, text.getvalue())
