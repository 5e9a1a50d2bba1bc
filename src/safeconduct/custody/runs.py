"""Runs: the days that a booking counts, as unbroken half-open stretches, in bulk.

Every rule but one gives a booking one run. Under ``elapsed-24h`` a run lasts as long as the place
keeps one offset from UTC, since a clock change can put two periods on a day, or none.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from safeconduct.custody.rules import RULES
from safeconduct.custody.zones import load_zones
from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.counting import Counting
    from safeconduct.custody.register import Register

_PERIOD_US = 86_400_000_000


def write_runs(
    connection: duckdb.DuckDBPyConnection, register: Register, counting: Counting
) -> str:
    """Make the relation ``line, booking, place, first_day, end_day``, absences not taken off.

    ``end_day`` is the day after the last one, and ``first_day`` itself where the booking counts
    nothing. Windows are not applied.
    """
    rule = RULES[counting.rule]
    if rule.needs_instants:
        return _write_elapsed(connection, register, counting.cut_off)
    runs = fresh("runs")
    connection.execute(f"""
        CREATE VIEW {runs} AS
        SELECT line, booking, place, arrived_day AS first_day,
            CASE WHEN departed_day IS NULL THEN {open_end(counting.cut_off)}
                ELSE {rule.end_day} END AS end_day
        FROM {register.relation}""")
    return runs


def open_end(cut_off: date | None) -> str:
    """SQL for the day after the last one of an open booking: the cut-off, or nothing counted."""
    return f"greatest(arrived_day, {literal(cut_off)})" if cut_off else "arrived_day"


def _write_elapsed(
    connection: duckdb.DuckDBPyConnection, register: Register, cut_off: date | None
) -> str:
    """Cut each booking where its zone changes offset, and count the periods that begin between."""
    zones, first, last = _extent(connection, register, cut_off)
    tables = load_zones(connection, iter(zones), first - 1, last + 1)
    cut = "NULL::BIGINT" if cut_off is None else f"epoch_us({literal(cut_off)})"
    runs = fresh("runs")
    connection.execute(f"""
        CREATE TABLE {runs} AS
        WITH cuts AS (
            -- The cut-off day begins after a gap in the clock, or with its first midnight.
            SELECT zone, {cut} - arg_max(
                CASE kind WHEN 'never' THEN latest_us ELSE earliest_us END, from_us) AS cut_us
            FROM {tables.walls} WHERE from_us <= {cut} GROUP BY zone),
        ended AS (
            SELECT line, booking, place, b.zone, arrived_us,
                CASE WHEN departed_day IS NULL THEN cut_us ELSE departed_us END AS ended_us
            FROM {register.relation} b LEFT JOIN cuts ON b.zone = cuts.zone),
        counted AS (
            SELECT *, greatest(ended_us - arrived_us, 0) // {_PERIOD_US} AS periods FROM ended),
        cut AS (
            SELECT line, booking, place, arrived_us + offset_us AS arrived_wall,
                greatest(0, {_periods_before("from_us")}) AS first_period,
                least(periods, {_periods_before("to_us")}) AS end_period
            FROM counted c JOIN {tables.instants} s ON c.zone = s.zone
                AND s.from_us < ended_us AND s.to_us > arrived_us)
        SELECT line, booking, place, {_day("first_period")} AS first_day,
            {_day("end_period")} AS end_day
        FROM cut WHERE first_period < end_period""")
    for spent in (tables.instants, tables.walls):
        connection.execute(f"DROP TABLE {spent}")
    return runs


def _periods_before(edge: str) -> str:
    """SQL for how many periods begin before an instant, rounded up."""
    return f"({edge} - arrived_us + {_PERIOD_US - 1}) // {_PERIOD_US}"


def _day(period: str) -> str:
    return f"make_timestamp(arrived_wall)::DATE + {period}::INTEGER"


def _extent(
    connection: duckdb.DuckDBPyConnection, register: Register, cut_off: date | None
) -> tuple[list[str], int, int]:
    """The zones of a register, and the years that its instants lie in."""
    zones = connection.execute(f"SELECT DISTINCT zone FROM {register.relation}").fetchall()
    first, last = connection.execute(f"""
        SELECT min(year(arrived_day)), max(year(coalesce(departed_day, arrived_day)))
        FROM {register.relation}""").fetchall()[0]
    years = [year for year in (first, last, cut_off and cut_off.year) if year] or [1970]
    return sorted(zone for (zone,) in zones), min(years), max(years)
