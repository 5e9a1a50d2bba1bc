"""Rows that both books have alike, set apart in bulk: no difference, and nothing more to ask."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.engine import fresh
from safeconduct.reconciliation.reading.sheet import Sheet

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Alike:
    """What is alike and what is left.

    Attributes:
        pairs: table ``ours, theirs`` of lines that are alike.
        ours: table ``line`` of our rows to be looked at: those without a pair, and every other
            row of their persons.
        theirs: the same for their rows.
        matched: how many rows are alike.
    """

    pairs: str
    ours: str
    theirs: str
    matched: int


def set_alike_apart(
    connection: duckdb.DuckDBPyConnection, ours: Sheet, theirs: Sheet, *, instants: bool
) -> Alike:
    """Find the pairs that are alike: by the booking's id, then by person and dates.

    Args:
        connection: the session.
        ours: our sheet.
        theirs: their sheet.
        instants: whether the day rule counts from instants, so that minutes matter.
    """
    pairs = fresh("alike")
    same = _same(connection, ours, theirs, instants=instants)
    once = " AND ".join(
        f"{row}.booking NOT IN (SELECT booking FROM {sheet.book.repeated})"
        for row, sheet in (("o", ours), ("t", theirs))
    )
    connection.execute(f"""
        CREATE TABLE {pairs} AS
        SELECT o.line AS ours, t.line AS theirs
        FROM {ours.relation} o JOIN {theirs.relation} t ON o.booking = t.booking
        WHERE {same} AND {once}
            AND (o.person = t.person OR coalesce(lower(o.person) = lower(t.person), true))""")
    rests = [_rest(connection, sheet, pairs) for sheet in (ours, theirs)]
    more = fresh("alike")
    connection.execute(f"""
        CREATE TABLE {more} AS
        SELECT o.line AS ours, t.line AS theirs
        FROM {rests[0]} o JOIN {rests[1]} t ON lower(o.person) = lower(t.person)
        WHERE {same}
        QUALIFY count(*) OVER (PARTITION BY o.line) = 1
            AND count(*) OVER (PARTITION BY t.line) = 1""")
    connection.execute(f"INSERT INTO {pairs} SELECT * FROM {more}")
    for rest, side in zip(rests, ("ours", "theirs"), strict=True):
        connection.execute(f"DELETE FROM {rest} WHERE line IN (SELECT {side} FROM {more})")
    matched = connection.execute(f"SELECT count(*) FROM {pairs}").fetchall()[0][0]
    named = _named(connection, rests)
    lines = [
        _with_their_persons(connection, sheet, rest, named)
        for sheet, rest in zip((ours, theirs), rests, strict=True)
    ]
    return Alike(pairs, lines[0], lines[1], matched)


def _same(
    connection: duckdb.DuckDBPyConnection, ours: Sheet, theirs: Sheet, *, instants: bool
) -> str:
    columns = ["arrived_day", "departed_day", "is_open", "own", "beyond", "stated_units"]
    columns += [f"in_{n}" for n in range(len(ours.stretches))]
    columns += ["arrived_us", "departed_us"] if instants else []
    equal = " AND ".join(f"o.{one} IS NOT DISTINCT FROM t.{one}" for one in columns)
    no_fault = "NOT o.is_faulty AND NOT t.is_faulty"
    one_place = "coalesce(lower(o.place) = lower(t.place), o.place IS NULL AND t.place IS NULL)"
    return f"{equal} AND {no_fault} AND {one_place} {_no_absence(connection, ours, theirs)}"


def _no_absence(connection: duckdb.DuckDBPyConnection, ours: Sheet, theirs: Sheet) -> str:
    """SQL that holds where both sides have the same absences of the booking."""
    lists: list[str | None] = []
    for sheet in (ours, theirs):
        absences = sheet.book.absences
        if absences is None:
            lists.append(None)
            continue
        view = fresh("absence_lists")
        connection.execute(f"""
            CREATE TABLE {view} AS SELECT booking::BIGINT AS line,
                list([left_day, returned_day] ORDER BY left_day, returned_day) AS nights
            FROM {absences.relation} GROUP BY booking""")
        lists.append(view)
    asked = [
        f"(SELECT nights FROM {view} n WHERE n.line = {row}.line)" if view else "NULL::DATE[][]"
        for view, row in zip(lists, ("o", "t"), strict=True)
    ]
    return f"AND {asked[0]} IS NOT DISTINCT FROM {asked[1]}" if any(lists) else ""


def _rest(connection: duckdb.DuckDBPyConnection, sheet: Sheet, pairs: str) -> str:
    rest = fresh("rest")
    connection.execute(f"""
        CREATE TABLE {rest} AS SELECT * FROM {sheet.relation}
        ANTI JOIN (SELECT {sheet.book.side.value} AS line FROM {pairs}) USING (line)""")
    return rest


def _named(connection: duckdb.DuckDBPyConnection, rests: Sequence[str]) -> str:
    """The persons and booking ids of all rows without a pair."""
    named = fresh("named")
    references = " UNION ".join(
        f"SELECT {column} AS reference FROM {rest} WHERE {column} IS NOT NULL"
        for rest in rests
        for column in ("lower(person)", "booking")
    )
    connection.execute(f"CREATE TABLE {named} AS {references}")
    return named


def _with_their_persons(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, rest: str, named: str
) -> str:
    """Rows without a pair, and the rows with one that bear a person or an id of such a row."""
    lines = fresh("lines")
    connection.execute(f"""
        CREATE TABLE {lines} AS
        SELECT line FROM {rest}
        UNION
        SELECT line FROM {sheet.relation}
        WHERE lower(person) IN (SELECT reference FROM {named})
            OR booking IN (SELECT reference FROM {named})""")
    return lines
