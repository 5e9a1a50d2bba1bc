"""CSV: UTF-8 text, commas, headings in the first row; quotes as in RFC 4180.

A file in another encoding or with another separator is refused whole: what its bytes or its
decimal commas mean would be a guess. A row that cannot be read is refused alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.custody import Refused
from safeconduct.tables.headings import read_headings
from safeconduct.tables.shapes import Shape
from safeconduct.tables.table import Table, wrong_file
from safeconduct.tables.text_rows import LONGEST_CELL, TextRow, write_text_rows

if TYPE_CHECKING:
    import duckdb

# A cell that goes on for this many characters has swallowed the rows after a quotation mark.
_SWALLOWED = 2**24
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# UTF-16 begins with a mark, or without one with the half of a Latin letter that is zero.
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def load_csv(connection: duckdb.DuckDBPyConnection, file: Path, shape: Shape) -> Table:
    """Load a CSV file; every column holds text.

    Raises:
        WrongInput: if the file is empty, not UTF-8, not separated by commas, lacks a heading or
            has one twice, or if a quotation mark is never closed.
    """
    with file.open("rb") as opened:
        records = _records(file, _lines(file, opened))
        first = next(records, None)
        if first is None:
            raise wrong_file(file, "tables.file-empty")
        names = _headings(file, first, shape)
        refused: list[Refused] = []
        relation = write_text_rows(connection, names, _sound(records, names, refused))
    return Table(relation, str(file), names, tuple(refused))


def _sound(
    records: Iterator[_Record], names: Sequence[str], refused: list[Refused]
) -> Iterator[TextRow]:
    """The records that are rows of the table; the others are added to ``refused``.

    A record of empty cells only is no row and no fault.
    """
    for record in records:
        if _is_plain(record, len(names)):
            yield record.line, record.cells
            continue
        fault = _fault(record, names)
        if fault:
            refused.append(fault)
        elif any(cell.strip() for cell in record.cells):
            yield record.line, record.cells


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: the line on which it begins and its cells, unless it cannot be cut into cells."""

    line: int
    cells: Sequence[str]
    is_broken: bool = False


def _lines(file: Path, opened: Iterator[bytes]) -> Iterator[str]:
    for number, raw in enumerate(opened, start=1):
        if number == 1 and (raw.startswith(_UTF16) or b"\0" in raw[:2]):
            raise wrong_file(file, "tables.encoding-utf-16", number)
        content = raw.removeprefix(_UTF8_MARK) if number == 1 else raw
        try:
            yield content.decode("utf-8")
        except UnicodeDecodeError as bad:
            raise wrong_file(
                file, "tables.encoding", number, bad.start + 1, byte=f"0x{content[bad.start]:02X}"
            ) from bad


def _records(file: Path, lines: Iterator[str]) -> Iterator[_Record]:
    """Records with the line that each begins on; lines without any cell are no records."""
    reader = csv.reader(lines, strict=True)
    before = csv.field_size_limit(_SWALLOWED)
    try:
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as bad:
                if "end of data" in str(bad) or "field limit" in str(bad):
                    raise wrong_file(file, "tables.quote-open", line) from bad
                yield _Record(line, (), is_broken=True)
                continue
            if cells:
                yield _Record(line, cells)
    finally:
        csv.field_size_limit(before)


def _headings(file: Path, first: _Record, shape: Shape) -> tuple[str, ...]:
    alone = first.cells[0] if len(first.cells) == 1 else ""
    for separator in (";", "\t"):
        if separator in alone:
            needed = alone.strip().replace(separator, ",")[:200]
            raise wrong_file(file, "tables.separator", first.line, needed=needed)
    if first.is_broken:
        raise wrong_file(file, "tables.headings-broken", first.line)
    if not any(cell.strip() for cell in first.cells):
        raise wrong_file(file, "tables.file-empty", first.line)
    return read_headings(file, first.cells, shape, first.line)


def _is_plain(record: _Record, width: int) -> bool:
    """Whether nothing about a record needs a closer look, as with nearly all of them."""
    text = "\n".join(record.cells)
    return (
        len(record.cells) == width
        and bool(record.cells[0])
        and len(text) <= LONGEST_CELL
        and not _CONTROL.search(text)
        and not record.is_broken
    )


def _fault(record: _Record, names: Sequence[str]) -> Refused | None:
    """Why a record is no row of the table; None where it is one."""
    if record.is_broken:
        return Refused(record.line, "", Message.of("tables.row-quoting"))
    found, expected = len(record.cells), len(names)
    if not any(cell.strip() for cell in record.cells):
        return None
    if found != expected:
        column = names[found] if found < expected else str(expected + 1)
        return Refused(
            record.line, column, Message.of("tables.row-ragged", found=found, expected=expected)
        )
    for name, cell in zip(names, record.cells, strict=False):
        if len(cell) > LONGEST_CELL:
            long = Message.of("tables.cell-too-long", length=len(cell), longest=LONGEST_CELL)
            return Refused(record.line, name, long)
        if _CONTROL.search(cell):
            return Refused(record.line, name, Message.of("tables.cell-control-character"))
    return None
