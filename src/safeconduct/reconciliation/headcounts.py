"""Headcounts: a third book, held against both registers.

A register with days says of a day at least and at most how many were present: somebody who
arrives or departs on it may have been there when heads were counted, or not. A count outside
these bounds means that somebody is missing, or that somebody is there whom the register lacks.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message
from safeconduct.engine import column_types, fresh, identifier
from safeconduct.reconciliation.entry import Side

if TYPE_CHECKING:
    import duckdb

    from safeconduct.reconciliation.side_by_side import Matched


class Deviation(StrEnum):
    """How a headcount leaves the bounds of a register."""

    MISSING = "missing"
    """Fewer were counted than the register holds for certain."""

    UNANNOUNCED = "unannounced"
    """More were counted than the register can explain."""


@dataclass(frozen=True, slots=True)
class HeadcountDeviation:
    """A day at a place on which a count and a register do not fit.

    Attributes:
        place: the place.
        day: the day.
        counted_by: who counted; empty where the file does not say.
        counted: heads counted.
        side: whose register.
        deviation: missing or unannounced.
        least: how many the register holds for certain.
        most: how many it can explain.
    """

    place: str
    day: date
    counted_by: str
    counted: int
    side: Side
    deviation: Deviation
    least: int
    most: int

    @property
    def persons(self) -> int:
        """How many are missing or unannounced, at least."""
        if self.deviation is Deviation.MISSING:
            return self.least - self.counted
        return self.counted - self.most


@dataclass(frozen=True, slots=True)
class Headcounts:
    """What headcounts say of both registers.

    Attributes:
        counts: counts that could be read.
        deviations: days and places that do not fit, in order.
        refused: rows that could not be read.
    """

    counts: int
    deviations: tuple[HeadcountDeviation, ...]
    refused: tuple[Finding, ...]


def hold_headcounts(
    connection: duckdb.DuckDBPyConnection, source: str, file: str, matched: Matched
) -> Headcounts:
    """Hold daily counts against both registers of a reconciliation.

    Args:
        connection: the session of the reconciliation.
        source: relation with the columns ``line, place, day, held`` and, if need be,
            ``counted_by``.
        file: the file, as it was named.
        matched: the reconciled rows.
    """
    counts, refused = _read(connection, source, file)
    number = connection.execute(f"SELECT count(*) FROM {counts}").fetchall()[0][0]
    found = [
        one
        for side, sheet, absences in (
            (Side.OURS, matched.ours, matched.our_absences),
            (Side.THEIRS, matched.theirs, matched.their_absences),
        )
        for one in _deviations(connection, counts, side, sheet, absences)
    ]
    found.sort(key=lambda one: (one.day, one.place, one.counted_by, one.side))
    return Headcounts(number, tuple(found), refused)


def _read(
    connection: duckdb.DuckDBPyConnection, source: str, file: str
) -> tuple[str, tuple[Finding, ...]]:
    counted_by = "counted_by" if "counted_by" in column_types(connection, source) else "NULL"
    read, counts = fresh("read"), fresh("headcounts")
    connection.execute(f"""
        CREATE TABLE {read} AS
        SELECT line, nullif(trim(place::VARCHAR), '') AS place,
            CASE WHEN regexp_full_match(trim(day::VARCHAR), '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}'
                || '( 00:00:00)?') THEN try_cast(left(trim(day::VARCHAR), 10) AS DATE) END AS day,
            CASE WHEN regexp_full_match(trim(held::VARCHAR), '[0-9]{{1,7}}([.]0*)?')
                THEN split_part(trim(held::VARCHAR), '.', 1)::BIGINT END AS held,
            day::VARCHAR AS day_as, held::VARCHAR AS held_as,
            coalesce(trim({counted_by}::VARCHAR), '') AS counted_by
        FROM {identifier(source)}""")
    connection.execute(f"""
        CREATE TABLE {counts} AS SELECT line, place, day, held, counted_by FROM {read}
        WHERE place IS NOT NULL AND day IS NOT NULL AND held IS NOT NULL""")
    rows = connection.execute(f"""
        SELECT line, place, day, coalesce(day_as, ''), coalesce(held_as, '') FROM {read}
        WHERE place IS NULL OR day IS NULL OR held IS NULL ORDER BY line""").fetchall()
    return counts, tuple(_refused(file, *row) for row in rows)


def _refused(
    file: str, line: int, place: str | None, day: date | None, day_as: str, held_as: str
) -> Finding:
    if place is None:
        return Finding(
            Message.of("reconciliation.count-without-place"), location=Location(file, line, "place")
        )
    if day is None:
        message = Message.of("reconciliation.count-without-day", text=day_as[:40])
        return Finding(message, location=Location(file, line, "day"))
    message = Message.of("reconciliation.count-without-number", text=held_as[:40])
    return Finding(message, location=Location(file, line, "held"))


def _deviations(
    connection: duckdb.DuckDBPyConnection, counts: str, side: Side, sheet: str, absences: str
) -> list[HeadcountDeviation]:
    bounds = _bounds(connection, sheet, absences)
    rows = connection.execute(f"""
        SELECT c.place, c.day, c.counted_by, c.held, c.held < b.least AS is_missing,
            coalesce(b.least, 0), coalesce(b.most, 0)
        FROM {counts} c ASOF LEFT JOIN {bounds} b ON c.place = b.place AND c.day >= b.day
        WHERE c.held < coalesce(b.least, 0) OR c.held > coalesce(b.most, 0)""").fetchall()
    return [
        HeadcountDeviation(
            place,
            day,
            counted_by,
            held,
            side,
            Deviation.MISSING if is_missing else Deviation.UNANNOUNCED,
            least,
            most,
        )
        for place, day, counted_by, held, is_missing, least, most in rows
    ]


def _bounds(connection: duckdb.DuckDBPyConnection, sheet: str, absences: str) -> str:
    """A table ``place, day, least, most``: the bounds from each day on, until the next one.

    Present for certain is who arrived before the day and departs after it; perhaps present is who
    arrives or departs on it. Nights away are taken off likewise, from both bounds.
    """
    stays = f"""
        SELECT line, place, arrived_day AS first, CASE WHEN is_open THEN DATE '9999-12-30'
            ELSE departed_day END AS last
        FROM {sheet} WHERE NOT is_faulty AND place IS NOT NULL"""
    away = ""
    if absences:
        away = """
            UNION ALL
            SELECT place, greatest(left_day, first + 1) AS from_, least(back + 1, last) AS to_,
                -1 AS least, 0 AS most FROM away
            UNION ALL
            SELECT place, greatest(left_day + 1, first), least(back, last + 1), 0, -1 FROM away"""
    nights = (
        f"""away AS (SELECT s.place, s.first, s.last, a.left_day,
            coalesce(a.returned_day, s.last) AS back
        FROM {absences} a JOIN stays s ON a.booking = s.line::VARCHAR),"""
        if absences
        else ""
    )
    bounds = fresh("bounds")
    connection.execute(f"""
        CREATE TABLE {bounds} AS
        WITH stays AS ({stays}), {nights}
        spans AS (
            SELECT place, first + 1 AS from_, last AS to_, 1 AS least, 0 AS most FROM stays
            UNION ALL SELECT place, first, last + 1, 0, 1 FROM stays {away}),
        edges AS (
            SELECT place, from_ AS day, least, most FROM spans WHERE from_ < to_
            UNION ALL SELECT place, to_, -least, -most FROM spans WHERE from_ < to_),
        steps AS (SELECT place, day, sum(least) AS least, sum(most) AS most FROM edges GROUP BY ALL)
        SELECT place, day,
            greatest(sum(least) OVER line, 0)::BIGINT AS least,
            greatest(sum(most) OVER line, 0)::BIGINT AS most
        FROM steps WINDOW line AS (PARTITION BY place ORDER BY day)""")
    return bounds
