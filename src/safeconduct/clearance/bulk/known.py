"""The views that a statement asks: rows that could be read, recorded by then, one version of each.

A cell that cannot stand is blank and its row is told; so is a row without what it needs. A table
whose keys are unique, as it is written for a million persons, stays a view on its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.clearance.bulk.cells import blank, said_of, wrong
from safeconduct.clearance.bulk.checks import Check, plain, whose
from safeconduct.clearance.bulk.raw import file_columns
from safeconduct.clearance.bundle.known import LASTING
from safeconduct.clearance.sql.writer import instant
from safeconduct.clearance.world import Moment
from safeconduct.engine import identifier
from safeconduct.facts import DAY_SUFFIX, STATE_SUFFIX, Column, FactType, Subject, Table
from safeconduct.facts.sql import stored_columns

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class _Spoilt:
    """Columns of a file in which some cell is blank or cannot stand."""

    blank: frozenset[str]
    wrong: frozenset[str]


def make_readable(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Check]:
    """Make ``rows_TABLE``: every row that can be read, whenever it was recorded.

    Yields:
        What is wrong with cells and rows.
    """
    spoilt = _spoilt(connection, table)
    raw, rows = identifier(f"raw_{table.name}"), identifier(f"rows_{table.name}")
    cells = [_cell(column, spoilt) for column in stored_columns(table)]
    required = [column.name for column in table.written_columns if column.required]
    kept = " AND ".join(f"{identifier(name)} IS NOT NULL" for name in required)
    readable = f"SELECT {', '.join(cells)}, line FROM {raw}"  # noqa: S608 - declared names
    connection.execute(f"CREATE VIEW {rows} AS SELECT * FROM ({readable}) WHERE {kept}")  # noqa: S608 - declared names
    for column in table.written_columns:
        name = identifier(column.name)
        if column.name in spoilt.wrong:
            found = f"FROM {raw} t WHERE {wrong(column)}"
            query = (
                f"SELECT {whose(table)} AS person, line, CAST({name} AS VARCHAR) AS told {found}"
            )
            yield Check(table.name, column.name, query, partial(said_of, column))
        if column.required:
            found = f"FROM ({readable}) t WHERE {name} IS NULL"
            query = f"SELECT {whose(table)} AS person, line, '' AS told {found}"
            say = plain("clearance.row-refused", missing=column.name, table=table.name)
            yield Check(table.name, column.name, query, say)
    yield from _told_before(table, rows)


def _spoilt(connection: duckdb.DuckDBPyConnection, table: Table) -> _Spoilt:
    """One pass over the file: which columns hold a cell that needs care."""
    columns = [c for c in file_columns(table) if not c.derived]
    counted = ", ".join(
        f"count_if({_asked(test)})" for c in columns for test in (blank(c), wrong(c))
    )
    row = connection.execute(f"SELECT {counted} FROM {identifier('raw_' + table.name)}").fetchone()  # noqa: S608 - declared names, literals
    numbers = list(row or ())
    blanks = {c.name for c, number in zip(columns, numbers[0::2], strict=True) if number}
    wrongs = {c.name for c, number in zip(columns, numbers[1::2], strict=True) if number}
    return _Spoilt(frozenset(blanks), frozenset(wrongs))


def _asked(test: str) -> str:
    return test if test == "FALSE" else f"({test}) IS TRUE"


def _cell(column: Column, spoilt: _Spoilt) -> str:
    """The column; with what cannot stand left blank, and its day or State with it."""
    name, source = identifier(column.name), _written(column)
    tests = []
    if source.name in spoilt.blank:
        tests.append(blank(source))
    if source.name in spoilt.wrong:
        tests.append(wrong(source))
    if not tests:
        return name
    return f"CASE WHEN ({' OR '.join(tests)}) IS TRUE THEN NULL ELSE {name} END AS {name}"


def _written(column: Column) -> Column:
    """The column of the file that decides on the cell."""
    if not column.derived:
        return column
    for suffix, type_ in ((DAY_SUFFIX, FactType.INSTANT), (STATE_SUFFIX, FactType.JURISDICTION)):
        if column.name.endswith(suffix):
            return Column(column.name.removesuffix(suffix), type_)
    return column


def _told_before(table: Table, rows: str) -> Iterator[Check]:
    for column in table.written_columns:
        if not column.past:
            continue
        is_day = column.type is FactType.DATE
        limit = "recorded_at_day" if is_day else "recorded_at"
        query = (
            f"SELECT {whose(table)} AS person, line, '' AS told FROM {rows} t "  # noqa: S608 - declared names
            f"WHERE {identifier(column.name)} > {limit}"
        )
        say = plain("clearance.told-before-it-happened", column=column.name)
        yield Check(table.name, column.name, query, say)


def recorded_later(table: Table, latest: Moment) -> Check:
    """Rows that claim to have been written down later than now."""
    query = (
        f"SELECT {whose(table)} AS person, line, '' AS told "  # noqa: S608 - declared names
        f"FROM {identifier('rows_' + table.name)} t WHERE recorded_at > {instant(latest.now)}"
    )
    return Check(table.name, "recorded_at", query, plain("clearance.recorded-in-future"))


def make_known(
    connection: duckdb.DuckDBPyConnection, table: Table, moment: Moment
) -> Iterator[Check]:
    """Make the view or table that a statement asks: what was recorded by the moment.

    Yields:
        Rows that contradict one another, or that a later one writes away.
    """
    name, rows = identifier(table.name), identifier(f"rows_{table.name}")
    known = f"SELECT * FROM {rows} WHERE recorded_at <= {instant(moment.now)}"  # noqa: S608 - declared names
    if not table.key or not _has_versions(connection, known, table):
        connection.execute(f"CREATE VIEW {name} AS {known}")
        return
    key, versions = identifier(table.key), identifier(f"versions_{table.name}")
    connection.execute(
        f"CREATE TABLE {versions} AS SELECT *, "  # noqa: S608 - declared names
        f"max(recorded_at) OVER (PARTITION BY {key}) = recorded_at AS is_last FROM ({known})"
    )
    merged = ", ".join(_merged(column.name) for column in stored_columns(table))
    connection.execute(
        f"CREATE TABLE {name} AS SELECT {merged}, min(line) AS line FROM {versions} "  # noqa: S608 - declared names
        f"WHERE is_last GROUP BY {key}"
    )
    yield from _contradictions(table, key, versions)


def _has_versions(connection: duckdb.DuckDBPyConnection, known: str, table: Table) -> bool:
    counted = f"SELECT count(*), count(DISTINCT {identifier(table.key)}) FROM ({known})"  # noqa: S608 - declared names
    rows, keys = connection.execute(counted).fetchone() or (0, 0)
    return bool(rows != keys)


def _merged(column: str) -> str:
    """What all of the last versions say; where they differ, nobody knows."""
    name = identifier(column)
    agreed = f"count(DISTINCT {name}) <= 1 AND count({name}) IN (0, count(*))"
    return f"CASE WHEN {agreed} THEN any_value({name}) END AS {name}"


def _contradictions(table: Table, key: str, versions: str) -> Iterator[Check]:
    told = f"CAST({key} AS VARCHAR) AS told"
    twice = f"SELECT {key} FROM {versions} WHERE is_last GROUP BY 1 HAVING count(*) > 1"  # noqa: S608 - declared names
    query = (
        f"SELECT {whose(table)} AS person, line, {told} FROM {versions} t "  # noqa: S608 - declared names
        f"WHERE is_last AND {key} IN ({twice})"
    )
    yield Check(table.name, table.key, query, partial(_twice, table.name))
    if table.subject is not Subject.PERSON:
        return
    moved = (
        f"SELECT {key} FROM {versions} GROUP BY 1 HAVING count(DISTINCT coalesce(person, '')) > 1"  # noqa: S608 - declared names
    )
    query = f"SELECT person, line, {told} FROM {versions} WHERE {key} IN ({moved})"  # noqa: S608 - declared names
    yield Check(
        table.name, "person", query,
        lambda told: Message.of("clearance.row-changes-person", key=told),
    )  # fmt: skip
    if table.name == "orders":
        yield from _rewritten(key, versions)


def _twice(table: str, told: str) -> Message:
    return Message.of("clearance.row-twice", table=table, key=told)


def _wrote_over(column: str, told: str) -> Message:
    return Message.of("clearance.order-rewritten", order=told, columns=column)


def _rewritten(key: str, versions: str) -> Iterator[Check]:
    """Orders of which a later entry says something else; they may then touch anybody."""
    for column in LASTING:
        name = identifier(column)
        differ = (
            f"SELECT {key} FROM {versions} GROUP BY 1 "  # noqa: S608 - declared names
            f"HAVING count(DISTINCT {name}) > 1 OR count({name}) NOT IN (0, count(*))"
        )
        of_one = (
            f"SELECT {key} FROM {versions} GROUP BY 1 "  # noqa: S608 - declared names
            "HAVING count(DISTINCT coalesce(person, '')) = 1 "
            "AND count_if(scope = 'person') = count(*)"
        )
        query = (
            f"SELECT CASE WHEN {key} IN ({of_one}) THEN person END AS person, line, "  # noqa: S608 - declared names
            f"CAST({key} AS VARCHAR) AS told FROM {versions} WHERE {key} IN ({differ})"
        )
        yield Check(
            "orders", column, query,
            partial(_wrote_over, column),
        )  # fmt: skip
