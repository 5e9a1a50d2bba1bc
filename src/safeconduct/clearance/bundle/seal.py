"""The contents of a bundle: how many rows each table has, and their digest whatever the order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from safeconduct.basics import Location, Message
from safeconduct.clearance.bundle.problems import Problem
from safeconduct.clearance.bundle.sheets import Sheet
from safeconduct.facts import TABLES

CONTENTS = "contents"


def digest_of(sheet: Sheet) -> str:
    """SHA-256 over the sheet's cells. The order of rows and of columns does not change it."""
    rows = sorted(
        "\x1f".join(f"{heading}\x1e{text}" for heading, text in sorted(row.cells.items()))
        for row in sheet.rows
    )
    return hashlib.sha256("\x1d".join(rows).encode()).hexdigest()


def seal_of(sheets: Iterable[Sheet]) -> tuple[tuple[str, str, str], ...]:
    """What ``contents`` must say of these sheets: table, rows and digest, a line for each table."""
    supplied = {sheet.table: sheet for sheet in sheets if sheet.table in TABLES}
    lines = []
    for table in TABLES:
        if table != CONTENTS:
            sheet = supplied.get(table, Sheet(table, table, (), ()))
            lines.append((table, str(len(sheet.rows)), digest_of(sheet)))
    return tuple(lines)


def unaccounted(sheets: Iterable[Sheet], needed: Iterable[str], name: str) -> Iterator[Problem]:
    """Tables whose rows are not those that the contents state.

    Args:
        sheets: the bundle's sheets.
        needed: the tables that somebody will read.
        name: the bundle as the person named it.
    """
    supplied = {sheet.table: sheet for sheet in sheets}
    if CONTENTS not in supplied:
        yield Problem(Message.of("clearance.no-contents"), Location(name))
        return
    stated = _stated(supplied[CONTENTS])
    for table in sorted({*needed, *stated} & TABLES.keys() - {CONTENTS}):
        sheet = supplied.get(table, Sheet(table, name, (), ()))
        where = Location(sheet.file)
        if table not in stated:
            yield Problem(Message.of("clearance.table-not-in-contents", table=table), where)
            continue
        rows, digest = stated[table]
        if rows != str(len(sheet.rows)):
            message = Message.of(
                "clearance.rows-missing", table=table, stated=rows or "—", found=len(sheet.rows)
            )
            yield Problem(message, where)
        elif digest and digest != digest_of(sheet):
            yield Problem(Message.of("clearance.table-altered", table=table), where)


def _stated(contents: Sheet) -> Mapping[str, tuple[str, str]]:
    return {
        row.cells.get("table", ""): (row.cells.get("rows", ""), row.cells.get("sha256", ""))
        for row in contents.rows
    }
