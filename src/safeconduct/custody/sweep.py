"""The sweep: signed edges per place and day, and their prefix sums.

A run adds one on its first day and takes one off on the day after its last; the running sum is
the number of days counted at the place on each day. No day of a booking is ever written out.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.basics import Period


def sweep(
    connection: duckdb.DuckDBPyConnection, runs: str, absent: str | None, window: Period | None
) -> str:
    """Make the table ``place, day, next_day, days, held`` of stretches of days in the window.

    ``held`` is the number of bookings whose runs cover the stretch, ``days`` the same without
    those that are absent. Stretches on which nobody is held are left out.

    Args:
        connection: the session.
        runs: relation ``place, first_day, end_day``; no run ends before it begins.
        absent: the same for absent runs; None for none.
        window: the days that are asked for; None for all.
    """
    places = _write_places(connection, runs)
    parts = [_edges(runs, places, held=1, absent=0)]
    if absent:
        parts.append(_edges(absent, places, held=0, absent=1))
    levels = fresh("levels")
    connection.execute(f"""
        CREATE TABLE {levels} AS
        WITH edges AS ({" UNION ALL ".join(parts)}),
        steps AS (
            SELECT no, {_within(window)} AS day, sum(held) AS held, sum(absent) AS absent
            FROM edges GROUP BY ALL),
        sums AS (
            SELECT no, day, lead(day) OVER so_far AS next_day,
                (sum(held - absent) OVER so_far)::BIGINT AS days,
                (sum(held) OVER so_far)::BIGINT AS held
            FROM steps WINDOW so_far AS (PARTITION BY no ORDER BY day))
        SELECT place, day, next_day, days, held FROM sums JOIN {places} USING (no)
        WHERE next_day IS NOT NULL AND held <> 0""")
    connection.execute(f"DROP TABLE {places}")
    return levels


def _write_places(connection: duckdb.DuckDBPyConnection, runs: str) -> str:
    """Number the places: a group of two small whole numbers is found without hashing text."""
    places = fresh("places")
    connection.execute(f"""
        CREATE TABLE {places} AS
        SELECT place, (row_number() OVER (ORDER BY place))::INTEGER AS no
        FROM (SELECT DISTINCT place FROM {runs})""")
    return places


def _edges(runs: str, places: str, held: int, absent: int) -> str:
    """SQL for the edges of runs; each side is grouped by itself, in one pass over its column."""
    return " UNION ALL ".join(
        f"""
        SELECT no, {column} AS day, {sign * held} * count(*) AS held,
            {sign * absent} * count(*) AS absent
        FROM {runs} JOIN {places} USING (place) GROUP BY no, {column}"""
        for column, sign in (("first_day", 1), ("end_day", -1))
    )


def _within(window: Period | None) -> str:
    """SQL that moves an edge to the window.

    What begins before it begins with it, and what ends after it ends with it; edges outside meet
    on one day and cancel out.
    """
    if window is None:
        return "day"
    return f"least(greatest(day, {literal(window.start)}), {literal(window.end)})"
