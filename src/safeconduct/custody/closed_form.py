"""The closed form: each run's length by subtraction, summed; no edge, no day, no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.engine import literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.sweep import Clip


def closed_form_total(
    connection: duckdb.DuckDBPyConnection, runs: str, absent: str | None, clip: Clip
) -> int:
    """The days of all runs within the window, without those of the absent runs."""
    held = _length(connection, runs, clip)
    return held - (_length(connection, absent, clip) if absent else 0)


def _length(connection: duckdb.DuckDBPyConnection, runs: str, clip: Clip) -> int:
    first, end = "first_day", "end_day"
    if clip.window:
        first = f"greatest({first}, {literal(clip.window.start)})"
        end = f"least({end}, {literal(clip.window.end)})"
    days: int = connection.execute(
        f"SELECT coalesce(sum(greatest({end} - {first}, 0)), 0)::BIGINT FROM {runs}"
        " WHERE end_day IS NOT NULL"
    ).fetchall()[0][0]
    return days
