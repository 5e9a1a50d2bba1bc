"""Rows of the small files that a statement rests on, read cell by cell into values or findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from safeconduct.basics import Finding, Location, Message

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,12})?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days outside these years are slips of the pen: no agreement that is encoded lies there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as text.

    Attributes:
        file: the file as the person named it.
        line: line of the file or row of the sheet, counted from 1.
        cells: text by column name; a column that the table lacks is not among them.
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    def cell(self, column: str) -> str:
        """The cell's text without surrounding blanks; empty where there is none."""
        return self.cells.get(column, "").strip()

    def finding(self, column: str, message: Message) -> Finding:
        """A finding that points at a cell of this row."""
        return Finding(message, location=Location(self.file, self.line, column))


class Unreadable(Exception):  # noqa: N818 - a cell that cannot be read, caught by its own row
    """A cell cannot be read; carries the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_day(row: Row, column: str) -> date:
    """A calendar day, ``YYYY-MM-DD``.

    Raises:
        Unreadable: if the cell holds no such day.
    """
    written = row.cell(column)
    if _DAY.fullmatch(written) and FIRST_YEAR <= int(written[:4]) <= LAST_YEAR:
        try:
            return date.fromisoformat(written)
        except ValueError:
            pass
    raise _unreadable(row, column, "compensation.no-day")


def read_whole(row: Row, column: str) -> int:
    """A whole number of zero or more.

    Raises:
        Unreadable: if the cell holds none.
    """
    written = row.cell(column)
    if not _WHOLE.fullmatch(written):
        raise _unreadable(row, column, "compensation.no-whole-number")
    return int(written)


def read_number(row: Row, column: str) -> Decimal:
    """An exact decimal number with a point, of up to fifteen digits before it.

    Raises:
        Unreadable: if the cell holds none.
    """
    written = row.cell(column)
    if not _NUMBER.fullmatch(written):
        raise _unreadable(row, column, "compensation.no-number")
    return Decimal(written)


def read_text(row: Row, column: str) -> str:
    """A text that is not empty.

    Raises:
        Unreadable: if the cell is empty.
    """
    written = row.cell(column)
    if not written:
        raise _unreadable(row, column, "compensation.cell-empty")
    return written


SHOWN = 40
"""So much of an unreadable cell is repeated to the person who must find it."""


def _unreadable(row: Row, column: str, code: str) -> Unreadable:
    written = row.cell(column)
    shown = written if len(written) <= SHOWN else written[:SHOWN] + "…"
    return Unreadable(row.finding(column, Message(code, {"column": column, "written": shown})))
