"""Some persons of a million, asked one by one: their rows as sheets, for the ordinary way.

It shows every finding with its evidence, and it is the second program that holds the statement to
account. The texts are those that a CSV file would hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from safeconduct.clearance.asking import Asked, prepare
from safeconduct.clearance.bulk.opened import Opened
from safeconduct.clearance.bulk.raw import file_columns
from safeconduct.clearance.bundle.problems import EVERYBODY
from safeconduct.clearance.bundle.seal import CONTENTS, seal_of
from safeconduct.clearance.bundle.sheets import Sheet, SheetRow
from safeconduct.engine import identifier, literal
from safeconduct.facts import DAY_SUFFIX, TABLES, Column, FactType, Subject, Table

if TYPE_CHECKING:
    import duckdb

_ORDERS_ON_THEM = (
    "CREATE OR REPLACE TEMP TABLE on_them AS SELECT * FROM raw_orders "
    "WHERE person IN (SELECT person FROM chosen) OR scope IS DISTINCT FROM 'person' "
    "OR person IS NULL"
)
_WHICH = {
    "orders": (
        '"order" IN (SELECT "order" FROM on_them) OR lifts IN (SELECT "order" FROM on_them) '
        'OR "order" IN (SELECT lifts FROM on_them)'
    ),
    "persons": "person IN (SELECT person FROM chosen) OR person IN (SELECT person FROM named)",
    "transfers": (
        "transfer IN (SELECT transfer FROM raw_persons WHERE person IN "
        "(SELECT person FROM chosen) OR person IN (SELECT person FROM named)) "
        "OR transfer IN (SELECT transfer FROM named)"
    ),
}
"""Which rows tell of the persons who were chosen. Orders name other persons and transfers, which
are taken along, so that nothing seems to point nowhere."""


def asked_of(
    connection: duckdb.DuckDBPyConnection, opened: Opened, persons: Iterable[str]
) -> Asked:
    """The question on a few persons, with what is wrong with the bundle as a whole.

    Whoever an order names besides them is among the persons too.
    """
    connection.execute("CREATE OR REPLACE TEMP TABLE chosen (person VARCHAR)")
    connection.execute("INSERT INTO chosen SELECT unnest(?::VARCHAR[])", [list(persons)])
    named = "CAST(NULL AS VARCHAR) AS person, CAST(NULL AS VARCHAR) AS transfer WHERE FALSE"
    if "orders" in opened.folder.files:
        connection.execute(_ORDERS_ON_THEM)
        named = f"person, transfer FROM raw_orders WHERE {_WHICH['orders']}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE named AS SELECT {named}")
    sheets = [*_sheets(connection, opened)]
    sheets.append(_contents_of(sheets))
    asked = prepare(sheets, str(opened.folder.path), opened.question)
    whole = (p for p in opened.problems if p.concerns(EVERYBODY) and p not in asked.problems)
    return replace(asked, problems=(*asked.problems, *whole))


def _sheets(connection: duckdb.DuckDBPyConnection, opened: Opened) -> Iterator[Sheet]:
    for name in opened.folder.files:
        if name == CONTENTS:
            continue
        table = TABLES[name]
        columns = [column for column in file_columns(table) if not column.derived]
        texts = ", ".join(map(_text, columns))
        query = f"SELECT line, {texts} FROM {identifier('raw_' + name)} WHERE {_which(table)}"  # noqa: S608 - declared names
        rows = connection.execute(f"{query} ORDER BY line").fetchall()
        headings = tuple(column.name for column in columns)
        written = tuple(
            SheetRow(line, {h: text for h, text in zip(headings, row, strict=True) if text})
            for line, *row in rows
        )
        yield Sheet(name, str(opened.folder.files[name]), headings, written)


def _which(table: Table) -> str:
    if table.name in _WHICH:
        return _WHICH[table.name]
    return "TRUE" if table.subject is Subject.FRAME else _WHICH["persons"]


def _text(column: Column) -> str:
    name = identifier(column.name)
    match column.type:
        case FactType.BOOLEAN:
            return f"CASE {name} WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END"
        case FactType.CODES:
            return f"array_to_string({name}, ';')"
        case FactType.INSTANT:
            return _instant_text(name, identifier(column.name + DAY_SUFFIX))
        case _:
            return f"CAST({name} AS VARCHAR)"


def _instant_text(name: str, day: str) -> str:
    """A moment with an offset at which its local day is the one that stands beside it."""
    ways = " ".join(
        f"WHEN CAST({name} + INTERVAL '{hours}' HOUR AS DATE) = {day} "
        f"THEN strftime({name} + INTERVAL '{hours}' HOUR, {literal('%Y-%m-%dT%H:%M:%S.%f')}) "
        f"|| {literal(offset)}"
        for hours, offset in ((0, "Z"), (14, "+14:00"), (-12, "-12:00"))
    )
    return f"CASE {ways} ELSE CAST({name} AS VARCHAR) END"


def _contents_of(sheets: Iterable[Sheet]) -> Sheet:
    """Contents of these rows; those of the files were held against their own."""
    headings = ("table", "rows", "sha256", "recorded_at")
    lines = tuple(
        SheetRow(number, dict(zip(headings, (*line, "2000-01-01T00:00Z"), strict=True)))
        for number, line in enumerate(seal_of(sheets), 2)
    )
    return Sheet(CONTENTS, CONTENTS, headings, lines)
