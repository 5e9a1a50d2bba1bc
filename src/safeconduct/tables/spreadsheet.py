"""XLSX: the first sheet, headings in its first row; values as typed, never as last computed.

A formula's stored result may be older than what it is computed from, and a merged range holds its
value in one cell only: rows with either in a column that the program reads are refused. Hidden
rows and columns are read like any other.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils.cell import get_column_letter

from safeconduct.basics import Message, WrongInput
from safeconduct.custody import Refused
from safeconduct.tables.headings import read_headings
from safeconduct.tables.merges import Merges, merged_ranges
from safeconduct.tables.shapes import Shape
from safeconduct.tables.table import Table, wrong_file
from safeconduct.tables.text_rows import LONGEST_CELL, TextRow, write_text_rows

if TYPE_CHECKING:
    import duckdb

LARGEST_UNPACKED = 1024
"""MiB. A workbook that unpacks to more is a register for Parquet, or made to fill the memory."""

_LAST_ROW = 1_048_576
_FORMULA, _ERROR = "f", "e"

# How a workbook begins that a password protects, and one of the format before XLSX.
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class _SheetRow:
    """A row that holds anything: its number, its cells, and which columns are merged."""

    number: int
    cells: Sequence[Any]
    merged: frozenset[int]


def load_xlsx(connection: duckdb.DuckDBPyConnection, file: Path, shape: Shape) -> Table:
    """Load the first sheet of a workbook; every column holds text, dates in ISO 8601.

    Raises:
        WrongInput: if the file is no workbook or is too large, or if its headings are wrong.
    """
    try:
        _check_size(file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which hold no value
            return _load(connection, file, shape)
    except (WrongInput, OSError):
        raise
    except Exception as bad:
        raise wrong_file(file, _what_it_is(file)) from bad


def _what_it_is(file: Path) -> str:
    """The code for a file that openpyxl cannot read; its own words are in English alone."""
    with file.open("rb") as opened:
        is_compound = opened.read(len(_COMPOUND_FILE)) == _COMPOUND_FILE
    return "tables.workbook-protected" if is_compound else "tables.not-a-workbook"


def _check_size(file: Path) -> None:
    with zipfile.ZipFile(file) as parts:
        unpacked = sum(part.file_size for part in parts.infolist()) // 2**20
    if unpacked > LARGEST_UNPACKED:
        raise wrong_file(file, "tables.workbook-too-large", size=unpacked, largest=LARGEST_UNPACKED)


def _load(connection: duckdb.DuckDBPyConnection, file: Path, shape: Shape) -> Table:
    rows = _rows(file)
    heading = next(rows, None)
    if heading is None:
        raise wrong_file(file, "tables.file-empty")
    written = [as_text(cell) for cell in heading.cells]
    while written and not written[-1]:
        written.pop()
    names = read_headings(file, written, shape, heading.number)
    read = frozenset(name for column in shape for name in (column.name, column.instead))
    refused: list[Refused] = []
    relation = write_text_rows(connection, names, _sound(rows, names, read, refused))
    return Table(relation, str(file), names, tuple(refused))


def _rows(file: Path) -> Iterator[_SheetRow]:
    book = openpyxl.load_workbook(file, read_only=True)
    try:
        sheet: Any = book.worksheets[0]
        with zipfile.ZipFile(file) as parts, parts.open(sheet._worksheet_path) as part:  # noqa: SLF001 - no public name leads from a sheet to its part
            merges = Merges(merged_ranges(part))
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            if number > _LAST_ROW:
                raise ValueError(f"row {number}")
            if any(as_text(cell) for cell in cells):
                yield _SheetRow(number, cells, merges.columns(number))
    finally:
        book.close()


def _sound(
    rows: Iterator[_SheetRow], names: Sequence[str], read: frozenset[str], refused: list[Refused]
) -> Iterator[TextRow]:
    """The rows that can be read; the others are added to ``refused``."""
    for row in rows:
        fault = _fault(row, names, read)
        if fault:
            refused.append(fault)
        else:
            cells = [as_text(cell) for cell in row.cells[: len(names)]]
            yield row.number, cells + [""] * (len(names) - len(cells))


def _fault(row: _SheetRow, names: Sequence[str], read: frozenset[str]) -> Refused | None:
    """Why a row cannot be read; None where it can."""
    width = len(names)
    for index, cell in enumerate(row.cells[width:], start=width + 1):
        if as_text(cell):
            ragged = Message.of("tables.row-ragged", found=index, expected=width)
            return Refused(row.number, get_column_letter(index), ragged)
    for index, name in enumerate(names, start=1):
        if name not in read:
            continue
        cell = row.cells[index - 1] if index <= len(row.cells) else None
        message = _cell_fault(cell, f"{get_column_letter(index)}{row.number}", index in row.merged)
        if message is not None:
            return Refused(row.number, name, message)
    return None


def _cell_fault(cell: Any, at: str, is_merged: bool) -> Message | None:
    if is_merged:
        return Message.of("tables.cell-merged", cell=at)
    if cell is None or cell.value is None:
        return None
    if cell.data_type == _FORMULA:
        return Message.of("tables.cell-formula", cell=at)
    if cell.data_type == _ERROR:
        return Message.of("tables.cell-error", cell=at, value=str(cell.value))
    length = len(as_text(cell))
    if length > LONGEST_CELL:
        return Message.of("tables.cell-too-long", length=length, longest=LONGEST_CELL)
    return None


def as_text(cell: Any) -> str:
    """What a cell holds, as a CSV file would: dates and times in ISO 8601, whole numbers bare."""
    value = cell.value
    match value:
        case None:
            return ""
        case datetime() if value.time() == time() and is_datetime(cell.number_format) == "date":
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
