"""The sweep: signed edges per place and day, and their prefix sums.

A run adds one on its first day and takes one off on the day after its last; the running sum is
the number of days counted at the place on each day. No day of a booking is ever written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.basics import Period


@dataclass(frozen=True, slots=True)
class Clip:
    """SQL that cuts runs to a window; without a window they stay as they are."""

    window: Period | None

    @property
    def first(self) -> str:
        """The first day of a run within the window."""
        return f"greatest(first_day, {literal(self.window.start)})" if self.window else "first_day"

    @property
    def end(self) -> str:
        """The day after the last one of a run within the window."""
        return f"least(end_day, {literal(self.window.end)})" if self.window else "end_day"

    @property
    def holds(self) -> str:
        """Whether any day of the run lies in the window."""
        if self.window is None:
            return "first_day < end_day"
        start, end = literal(self.window.start), literal(self.window.end)
        return f"first_day < end_day AND end_day > {start} AND first_day < {end}"


def sweep(connection: duckdb.DuckDBPyConnection, runs: str, absent: str | None, clip: Clip) -> str:
    """Make the table ``place, day, next_day, days, held`` of stretches without a change.

    ``held`` is the number of bookings whose runs cover the stretch, ``days`` the same without
    those that are absent. Stretches on which nobody is held are left out.
    """
    levels = fresh("levels")
    absent_edges = f"UNION ALL {_edges(absent, clip, held=0, absent=1)}" if absent else ""
    connection.execute(f"""
        CREATE TABLE {levels} AS
        WITH edges AS ({_edges(runs, clip, held=1, absent=0)} {absent_edges}),
        steps AS (
            SELECT place, day, sum(held) AS held, sum(absent) AS absent
            FROM edges GROUP BY place, day),
        sums AS (
            SELECT place, day, lead(day) OVER line AS next_day,
                (sum(held - absent) OVER line)::BIGINT AS days,
                (sum(held) OVER line)::BIGINT AS held
            FROM steps WINDOW line AS (PARTITION BY place ORDER BY day))
        SELECT * FROM sums WHERE next_day IS NOT NULL AND held <> 0""")
    return levels


def _edges(runs: str, clip: Clip, held: int, absent: int) -> str:
    return f"""
        SELECT place, {clip.first} AS day, {held} * count(*) AS held, {absent} * count(*) AS absent
        FROM {runs} WHERE {clip.holds} GROUP BY ALL
        UNION ALL
        SELECT place, {clip.end} AS day, -{held} * count(*) AS held, -{absent} * count(*) AS absent
        FROM {runs} WHERE {clip.holds} GROUP BY ALL"""
