"""Absent runs: the nights of absences that do not count, cut to the runs of their bookings."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.custody.rules import RULES
from safeconduct.custody.runs import open_end
from safeconduct.engine import fresh

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.counting import Counting
    from safeconduct.custody.register import Register


def write_absent_runs(
    connection: duckdb.DuckDBPyConnection,
    absences: Register | None,
    counting: Counting,
    runs: str,
) -> str | None:
    """Make the table ``place, first_day, end_day``; None where no night is taken off.

    A night belongs to the day on which it begins. Nights that several absences of a booking share
    are taken off once; a night is taken off where it lies beyond the counted nights of any of
    them. An absence begins with its booking at the earliest, and ends with it.
    """
    if absences is None or counting.absence_nights is None:
        return None
    absent = fresh("absent")
    ends = f"coalesce(departed_day, {open_end(counting.cut_off)})"
    nights = f"""(
        SELECT line, booking, place, is_single,
            greatest(left_day + {counting.absence_nights}, arrived_day) AS first_day,
            least(coalesce(returned_day, {ends}), {ends}) AS end_day
        FROM {absences.relation} WHERE first_day < end_day)"""
    connection.execute(f"""
        CREATE TABLE {absent} AS
        SELECT booking, place, first_day, end_day FROM {nights} WHERE is_single
        UNION ALL {_merged(nights)}""")
    if not RULES[counting.rule].needs_instants:
        # The nights of a booking lie within its one run.
        return absent
    return _cut_to_runs(connection, absent, runs)


def _merged(nights: str) -> str:
    """SQL that joins the nights of a booking where they touch or overlap."""
    in_order = "PARTITION BY booking ORDER BY first_day, end_day, line ROWS"
    return f"""
        SELECT booking, any_value(place) AS place, min(first_day) AS first_day,
            max(end_day) AS end_day
        FROM (
            SELECT *, count(*) FILTER (is_apart) OVER ({in_order} UNBOUNDED PRECEDING) AS island
            FROM (
                SELECT *, coalesce(first_day > max(end_day) OVER (
                    {in_order} BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS is_apart
                FROM {nights} WHERE NOT is_single))
        GROUP BY booking, island"""


def _cut_to_runs(connection: duckdb.DuckDBPyConnection, absent: str, runs: str) -> str:
    """Take off each period of 24 hours that begins on an absent night's day."""
    cut = fresh("absent")
    connection.execute(f"""
        CREATE TABLE {cut} AS
        SELECT r.place, greatest(r.first_day, a.first_day) AS first_day,
            least(r.end_day, a.end_day) AS end_day
        FROM {runs} r JOIN {absent} a ON r.booking = a.booking
        WHERE r.first_day < a.end_day AND a.first_day < r.end_day""")
    connection.execute(f"DROP TABLE {absent}")
    return cut
