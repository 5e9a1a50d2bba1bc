"""The contents of a bundle: how many rows each table has, and their digest whatever the order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

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
    stated = _stated(supplied[CONTENTS]) if CONTENTS in supplied else None

    def sheet_of(table: str) -> Sheet:
        return supplied.get(table, Sheet(table, name, (), ()))

    def counted(table: str) -> tuple[int, str]:
        return len(sheet_of(table).rows), digest_of(sheet_of(table))

    yield from held_against(stated, needed, counted, lambda table: sheet_of(table).file, name)


def held_against(
    stated: Mapping[str, tuple[str, str]] | None,
    needed: Iterable[str],
    counted: Callable[[str], tuple[int, str]],
    file_of: Callable[[str], str],
    name: str,
) -> Iterator[Problem]:
    """Tables whose rows and digest are not those that the contents state.

    Args:
        stated: rows and digest by table, as the contents say; None where there are none.
        needed: the tables that somebody will read.
        counted: rows and digest of a table as it was found.
        file_of: the file of a table.
        name: the bundle as the person named it.
    """
    if stated is None:
        yield Problem(Message.of("clearance.no-contents"), Location(name))
        return
    for table in sorted({*needed, *stated} & TABLES.keys() - {CONTENTS}):
        where = Location(file_of(table))
        if table not in stated:
            yield Problem(Message.of("clearance.table-not-in-contents", table=table), where)
            continue
        (rows, digest), (found, its_digest) = stated[table], counted(table)
        if rows != str(found):
            message = Message.of(
                "clearance.rows-missing", table=table, stated=rows or "—", found=found
            )
            yield Problem(message, where)
        elif digest and digest != its_digest:
            yield Problem(Message.of("clearance.table-altered", table=table), where)


def _stated(contents: Sheet) -> Mapping[str, tuple[str, str]]:
    return {
        row.cells.get("table", ""): (row.cells.get("rows", ""), row.cells.get("sha256", ""))
        for row in contents.rows
    }
