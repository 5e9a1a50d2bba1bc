"""Case bundles from disk: a folder of CSV files, or a workbook with a sheet for each table."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.clearance.bundle import Sheet, SheetRow
from safeconduct.cli.written_files import write_file
from safeconduct.facts import TABLES
from safeconduct.facts.template import GUIDE_SHEET

LARGEST_UNPACKED = 512 * 2**20
"""A workbook that unpacks to more than this is refused before it is read."""


def read_case(case: Path) -> list[Sheet]:
    """The sheets of a bundle.

    Raises:
        WrongInput: if there is no such folder or workbook, or a file of it cannot be read.
    """
    if case.is_dir():
        files = [path for path in _tables_in(case) if path.suffix.lower() == ".csv"]
        if not files:
            is_parquet = bool(_tables_in(case))
            code = "clearance.parquet-not-here" if is_parquet else "clearance.case-without-tables"
            raise WrongInput(_fault(code, Location(str(case))))
        return [_read_csv(path) for path in files]
    if case.suffix.lower() == ".xlsx" and case.is_file():
        return _read_workbook(case)
    raise WrongInput(_fault("clearance.no-such-case", Location(str(case))))


def files_of_case(name: str, case: Path) -> dict[str, Path]:
    """The files of a bundle by what they are: ``NAME_TABLE``, or ``NAME`` for a workbook.

    A file that is none of the tables goes by a number, because its name may be anybody's.
    """
    if not case.is_dir():
        return {name: case}
    return {
        f"{name}_{path.stem if path.stem in TABLES else number}": path
        for number, path in enumerate(_tables_in(case), 1)
    }


def _tables_in(case: Path) -> list[Path]:
    return sorted(path for path in case.iterdir() if path.suffix.lower() in {".csv", ".parquet"})


def _fault(code: str, location: Location, **parameters: str | int | Message) -> Finding:
    return Finding(Message(code, parameters), Severity.ERROR, location)


def _read_csv(path: Path) -> Sheet:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise WrongInput(
            _fault("clearance.not-utf-8", Location(str(path)), byte=fault.start)
        ) from fault
    except OSError as fault:
        raise WrongInput(
            _fault("clearance.case-not-readable", Location(str(path)), reason=system_reason(fault))
        ) from fault
    rows = _csv_rows(text, path)
    return _sheet(path.stem, str(path), rows)


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            location = Location(str(path), line)
            raise WrongInput(
                _fault("clearance.not-a-csv-line", location, reason=str(fault))
            ) from fault
        if cells is None:
            return
        yield line, cells


def _sheet(table: str, file: str, rows: Iterator[tuple[int, list[str]]]) -> Sheet:
    first, written = next(rows, (1, []))
    headings = tuple(cell.strip() for cell in written)
    while headings and not headings[-1]:
        headings = headings[:-1]
    if not headings or "" in headings:
        raise WrongInput(_fault("clearance.no-heading", Location(file, first)))
    return Sheet(table, file, headings, tuple(_rows(rows, headings, file)))


def _rows(
    rows: Iterable[tuple[int, list[str]]], headings: Sequence[str], file: str
) -> Iterator[SheetRow]:
    for line, written in rows:
        cells = [cell.strip() for cell in written]
        if not any(cells):
            continue
        if any(cells[len(headings) :]):
            finding = _fault(
                "clearance.cell-without-heading", Location(file, line, len(headings) + 1)
            )
            raise WrongInput(finding)
        named = zip(headings, cells, strict=False)
        yield SheetRow(line, {heading: cell for heading, cell in named if cell})


def _read_workbook(path: Path) -> list[Sheet]:
    try:
        _check_size(path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return [
                _sheet(name, f"{path}[{name}]", _book_rows(book[name]))
                for name in book.sheetnames
                if name != GUIDE_SHEET
            ]
        finally:
            book.close()
    except WrongInput:
        raise
    except OSError as fault:
        finding = _fault(
            "clearance.case-not-readable", Location(str(path)), reason=system_reason(fault)
        )
        raise WrongInput(finding) from fault
    except Exception as fault:
        raise WrongInput(_fault("clearance.case-no-workbook", Location(str(path)))) from fault


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise WrongInput(_fault("clearance.workbook-too-large", Location(str(path))))


def _book_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield number, [_as_text(value) for value in values]


def _as_text(value: object) -> str:
    """What a cell holds, as a CSV file would write it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def write_contents(case: Path, lines: Iterable[tuple[str, str, str]], recorded_at: str) -> Path:
    """Write the contents of a bundle folder, or the sheet of a workbook.

    Returns:
        The file that was written.
    """
    headings = ("table", "rows", "sha256", "recorded_at")
    rows = [(*line, recorded_at) for line in lines]
    if not case.is_dir():
        book = openpyxl.load_workbook(case)
        if "contents" in book.sheetnames:
            del book["contents"]
        sheet = book.create_sheet("contents")
        for row in (headings, *rows):
            sheet.append(row)
        saved = io.BytesIO()
        book.save(saved)
        write_file(case, saved.getvalue())
        return case
    path = case / "contents.csv"
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([headings, *rows])
    write_file(path, text.getvalue())
    return path
