"""A table as it was loaded: a relation of the session, and the rows that could not be read."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.engine import identifier

if TYPE_CHECKING:
    from safeconduct.custody import Refused

LINE = "line"
"""The column that says where in its file a row stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """A loaded table.

    Attributes:
        relation: name in the session. Its first column is ``line``: line of a text file on which
            the record begins, row of a sheet, or row of a Parquet file counted from 1. Columns
            that the shape does not name are carried along.
        file: the file, as it was named.
        columns: the headings, in order, without ``line``.
        refused: rows that could not be read, in the order of their lines.
    """

    relation: str
    file: str
    columns: tuple[str, ...]
    refused: tuple[Refused, ...] = ()

    def rows(self, connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object]]:
        """Each row by heading, ``line`` included, in the order of the lines."""
        with reading(self.file):
            found = connection.execute(f"SELECT * FROM {identifier(self.relation)} ORDER BY line")
            headings = [column[0] for column in found.description]
            for row in found.fetchall():
                yield dict(zip(headings, row, strict=True))


# Faults of a statement of ours, or of the machine; all else is said of what a file holds.
_NOT_THE_FILE = (
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.OutOfMemoryException,
    duckdb.ParserException,
)


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Turn the engine's complaint about a damaged file into wrong input.

    Parquet is read where it lies, so that damage can show as late as while it is counted.

    Raises:
        WrongInput: if a row cannot be read.
    """
    try:
        yield
    except _NOT_THE_FILE:
        raise
    except duckdb.Error as bad:
        raise wrong_file(file, "tables.file-damaged", reason=first_line(bad)) from bad


def first_line(fault: BaseException) -> str:
    """The first line of what another library said, or the kind of its error."""
    return next(iter(str(fault).splitlines()), "") or type(fault).__name__


def wrong_file(
    file: Path | str,
    code: str,
    line: int | None = None,
    column: str | int | None = None,
    **parameters: str | int | Message,
) -> WrongInput:
    """Wrong input that makes the whole file useless."""
    return WrongInput(
        Finding(Message.of(code, **parameters), Severity.ERROR, Location(str(file), line, column))
    )
