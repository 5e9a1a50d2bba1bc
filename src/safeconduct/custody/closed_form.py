"""The closed form: each run's length by subtraction, summed; no edge, no place, no prefix sum."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.engine import literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.basics import Period


def closed_form_total(
    connection: duckdb.DuckDBPyConnection, runs: str, absent: str | None, window: Period | None
) -> int:
    """The days of all runs within the window, without those of the absent runs."""
    held = _length(connection, runs, window)
    return held - (_length(connection, absent, window) if absent else 0)


def _length(connection: duckdb.DuckDBPyConnection, runs: str, window: Period | None) -> int:
    first, end = "first_day", "end_day"
    if window:
        first = f"greatest(first_day, {literal(window.start)})"
        end = f"least(end_day, {literal(window.end)})"
    days: int = connection.execute(
        f"SELECT coalesce(sum(greatest({end} - {first}, 0)), 0)::BIGINT FROM {runs}"
    ).fetchall()[0][0]
    return days
