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

NO_NIGHTS = "NULL::DATE[][]"


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
    nights = [_nights(connection, sheet) for sheet in (ours, theirs)]
    same = _same(ours, nights, instants=instants)
    one_place = "(o.place = t.place OR coalesce(lower(o.place) = lower(t.place), false))"
    pairs, rests = _by_everything(connection, (ours, theirs), nights)
    for keys, extra in (
        (
            "o.booking = t.booking",
            f"{one_place} AND coalesce(lower(o.person) = lower(t.person), true)",
        ),
        ("lower(o.person) = lower(t.person)", one_place),
    ):
        _more(connection, pairs, rests, f"{keys} AND {extra} AND {same}")
    matched = connection.execute(f"SELECT count(*) FROM {pairs}").fetchall()[0][0]
    named = _named(connection, rests)
    lines = [
        _with_their_persons(connection, sheet, rest, named)
        for sheet, rest in zip((ours, theirs), rests, strict=True)
    ]
    return Alike(pairs, lines[0], lines[1], matched)


def _by_everything(
    connection: duckdb.DuckDBPyConnection, sheets: tuple[Sheet, Sheet], nights: Sequence[str]
) -> tuple[str, list[str]]:
    """Pairs that have everything alike, and the rows of both books without such a pair.

    One join over the fingerprints finds the pairs and the rests in a single pass. A faulty row,
    and an id that several rows bear, pair nothing here.
    """
    joined, pairs = fresh("joined"), fresh("alike")
    ours, theirs = (
        _prints(connection, sheet, away, with_nights=any(nights))
        for sheet, away in zip(sheets, nights, strict=True)
    )
    connection.execute(f"""
        CREATE TABLE {joined} AS SELECT o.line AS ours, t.line AS theirs
        FROM ({ours}) o FULL OUTER JOIN ({theirs}) t
            ON o.print_1 = t.print_1 AND o.print_2 = t.print_2""")
    connection.execute(f"""
        CREATE TABLE {pairs} AS SELECT * FROM {joined}
        WHERE ours IS NOT NULL AND theirs IS NOT NULL""")
    rests = []
    for sheet, own, other in zip(sheets, ("ours", "theirs"), ("theirs", "ours"), strict=True):
        rest = fresh("rest")
        connection.execute(f"""
            CREATE TABLE {rest} AS SELECT * FROM {sheet.relation}
            WHERE line IN (SELECT {own} FROM {joined} WHERE {other} IS NULL)""")
        rests.append(rest)
    connection.execute(f"DROP TABLE {joined}")
    return pairs, rests


def _prints(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, nights: str, *, with_nights: bool
) -> str:
    """SQL for each line with its fingerprint, absences among it; NULL pairs with nothing."""
    alone = "booking IS NOT NULL AND NOT is_faulty"
    if connection.execute(f"SELECT 1 FROM {sheet.repeated} LIMIT 1").fetchall():
        alone += f" AND booking NOT IN (SELECT booking FROM {sheet.repeated})"
    first = "print_1"
    if with_nights:
        away = f"(SELECT nights FROM {nights} n WHERE n.line = s.line)" if nights else NO_NIGHTS
        first = f"hash(print_1, {away})"
    return f"""
        SELECT line, CASE WHEN {alone} THEN {first} END AS print_1, print_2
        FROM {sheet.relation} s"""


def _more(
    connection: duckdb.DuckDBPyConnection, pairs: str, rests: Sequence[str], condition: str
) -> None:
    """Pairs among the rests under a weaker condition, where it leaves no choice."""
    more = fresh("alike")
    connection.execute(f"""
        CREATE TABLE {more} AS SELECT o.line AS ours, t.line AS theirs
        FROM {rests[0]} o JOIN {rests[1]} t ON {condition}
        QUALIFY count(*) OVER (PARTITION BY o.line) = 1
            AND count(*) OVER (PARTITION BY t.line) = 1""")
    connection.execute(f"INSERT INTO {pairs} SELECT * FROM {more}")
    for rest, side in zip(rests, ("ours", "theirs"), strict=True):
        connection.execute(f"DELETE FROM {rest} WHERE line IN (SELECT {side} FROM {more})")


def _same(ours: Sheet, nights: Sequence[str], *, instants: bool) -> str:
    """SQL that holds where dates, days, claims and absences are alike."""
    columns = ["arrived_day", "departed_day", "is_open", "own", "beyond", "stated_units"]
    columns += [f"in_{n}" for n in range(len(ours.stretches))]
    columns += ["arrived_us", "departed_us"] if instants else []
    equal = " AND ".join(f"o.{one} IS NOT DISTINCT FROM t.{one}" for one in columns)
    sound = "NOT o.is_faulty AND NOT t.is_faulty"
    if not any(nights):
        return f"{equal} AND {sound}"
    away = [
        f"(SELECT nights FROM {view} n WHERE n.line = {row}.line)" if view else NO_NIGHTS
        for view, row in zip(nights, ("o", "t"), strict=True)
    ]
    return f"{equal} AND {sound} AND {away[0]} IS NOT DISTINCT FROM {away[1]}"


def _nights(connection: duckdb.DuckDBPyConnection, sheet: Sheet) -> str:
    """A table of each line's absences as one list; empty where the side has none."""
    absences = sheet.book.absences
    if absences is None:
        return ""
    nights = fresh("nights")
    connection.execute(f"""
        CREATE TABLE {nights} AS SELECT booking::BIGINT AS line,
            list([left_day, returned_day] ORDER BY left_day, returned_day) AS nights
        FROM {absences.relation} GROUP BY booking""")
    return nights


def _named(connection: duckdb.DuckDBPyConnection, rests: Sequence[str]) -> str:
    """The persons and booking ids of all rows without a pair, in each case that people write."""
    named = fresh("named")
    references = " UNION ".join(
        f"SELECT {column} AS reference FROM {rest} WHERE {column} IS NOT NULL"
        for rest in rests
        for column in ("person", "lower(person)", "upper(person)", "booking")
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
        WHERE person IN (SELECT reference FROM {named})
            OR print_2 IN (SELECT hash(reference) FROM {named})""")
    return lines
