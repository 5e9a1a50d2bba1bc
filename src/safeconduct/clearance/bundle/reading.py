"""Reading the sheets of a bundle: every row that can be read, and everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.clearance.bundle.cells import parse_cell
from safeconduct.clearance.bundle.problems import EVERYBODY, Problem
from safeconduct.clearance.bundle.sheets import Sheet, SheetRow
from safeconduct.clearance.rows import Cell, Row, UnknownKind
from safeconduct.facts import DAY_SUFFIX, TABLES, Column, FactType, Subject, Table

_SCORE = re.compile(r"score|point|rating|rank|gang|threat|danger|alert_level", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The facts of a case, as far as they could be read.

    Attributes:
        tables: rows by table; every declared table is there.
        files: the file of each table that was supplied, for locations.
        problems: what is wrong with the bundle itself.
    """

    tables: Mapping[str, tuple[Row, ...]]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]

    def at(self, row: Row, column: str = "") -> Location:
        """Where a row stands."""
        return Location(self.files.get(row.table, row.table), row.line, column or None)


def read_bundle(sheets: Iterable[Sheet], name: str) -> Bundle:
    """Read a bundle's sheets.

    Args:
        sheets: the tables that were found.
        name: the folder or workbook as the person named it.

    Raises:
        WrongInput: where there are no persons to speak of, or one table is supplied twice.
    """
    supplied: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        if sheet.table not in TABLES:
            problems.append(unknown_table(sheet.table, sheet.file))
        elif sheet.table in supplied:
            message = Message.of("clearance.table-twice", table=sheet.table)
            raise WrongInput(Finding(message, Severity.ERROR, Location(sheet.file)))
        else:
            supplied[sheet.table] = sheet
    if "persons" not in supplied:
        message = Message.of("clearance.no-persons", tables=", ".join(sorted(supplied)) or "—")
        raise WrongInput(Finding(message, Severity.ERROR, Location(name)))
    tables = {table: _rows(supplied.get(table), TABLES[table], problems) for table in TABLES}
    files = {table: sheet.file for table, sheet in supplied.items()}
    return Bundle(MappingProxyType(tables), files, tuple(problems))


def unknown_table(name: str, file: str) -> Problem:
    """A file or sheet that is no table of a bundle."""
    near = get_close_matches(name, TABLES, n=1)
    message = Message.of("clearance.unknown-table", table=name, near=near[0] if near else "—")
    return Problem(message, Location(file))


def _rows(sheet: Sheet | None, table: Table, problems: list[Problem]) -> tuple[Row, ...]:
    if sheet is None:
        return ()
    columns = {column.name: column for column in table.written_columns}
    problems += _headings(sheet, table, columns)
    rows = []
    for written in sheet.rows:
        row, faults = _row(written, sheet, table, columns)
        problems += faults
        if row is not None:
            rows.append(row)
    return tuple(rows)


def _headings(sheet: Sheet, table: Table, columns: Mapping[str, Column]) -> Iterator[Problem]:
    for heading in sorted({h for h in sheet.headings if sheet.headings.count(h) > 1}):
        message = Message.of("clearance.column-twice", column=heading)
        raise WrongInput(Finding(message, Severity.ERROR, sheet.at(1, heading)))
    for heading in sheet.headings:
        if heading not in columns:
            near = get_close_matches(heading, columns, n=1)
            yield unknown_column(heading, table, near, sheet.at(1, heading))


def unknown_column(name: str, table: Table, near: Sequence[str], where: Location) -> Problem:
    """A column that the table does not have; one for a score is dropped, and it is said."""
    if _SCORE.search(name):
        return Problem(Message.of("clearance.score-dropped", column=name), where, holds=False)
    message = Message.of(
        "clearance.unknown-column", column=name, table=table.name, near=near[0] if near else "—"
    )
    return Problem(message, where)


def _row(
    written: SheetRow, sheet: Sheet, table: Table, columns: Mapping[str, Column]
) -> tuple[Row | None, list[Problem]]:
    values: dict[str, Cell] = {}
    unknown: dict[str, UnknownKind] = {}
    faults = []
    person = written.cells.get("person", EVERYBODY) if table.subject is not Subject.FRAME else ""
    for name, text in written.cells.items():
        column = columns.get(name)
        if column is None:
            continue
        parsed = parse_cell(column, text)
        if isinstance(parsed, Message):
            faults.append(Problem(parsed, sheet.at(written.line, name), person))
            continue
        values.update(parsed.values)
        if parsed.unknown is not None:
            unknown[name] = parsed.unknown
            unknown[name + DAY_SUFFIX] = parsed.unknown
    missing = [c.name for c in columns.values() if c.required and values.get(c.name) is None]
    if missing:
        message = Message.of("clearance.row-refused", missing=", ".join(missing), table=table.name)
        return None, [*faults, Problem(message, sheet.at(written.line, missing[0]), person)]
    row = Row(table.name, MappingProxyType(values), MappingProxyType(unknown), written.line)
    return row, [*faults, *_told_before_it_happened(row, sheet, columns, person)]


def _told_before_it_happened(
    row: Row, sheet: Sheet, columns: Mapping[str, Column], person: str
) -> Iterator[Problem]:
    recorded, recorded_day = row.values["recorded_at"], row.values["recorded_at" + DAY_SUFFIX]
    for column in columns.values():
        value = row.values.get(column.name)
        if not column.past or value is None:
            continue
        limit = recorded if column.type is FactType.INSTANT else recorded_day
        if value > limit:  # type: ignore[operator]  # both are instants, or both are days
            message = Message.of("clearance.told-before-it-happened", column=column.name)
            yield Problem(message, sheet.at(row.line, column.name), person)
