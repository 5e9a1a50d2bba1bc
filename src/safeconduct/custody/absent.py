"""Absent runs: the nights of absences that do not count, cut to the runs of their bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.counting import Counting
    from safeconduct.custody.register import Register


def write_absent_runs(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register | None,
    counting: Counting,
    runs: str,
) -> str | None:
    """Make the table ``place, first_day, end_day``; None where no night is taken off.

    A night belongs to the day on which it begins. Nights that several absences of a booking share
    are taken off once; a night is taken off where it lies beyond the counted nights of any of
    them. An absence ends with its booking.
    """
    if absences is None or counting.absence_nights is None:
        return None
    absent = fresh("absent")
    booking_ends = f"coalesce(b.departed_day, {literal(counting.cut_off)})"
    connection.execute(f"""
        CREATE TABLE {absent} AS
        WITH nights AS (
            SELECT a.line, b.booking, a.left_day + {counting.absence_nights} AS first_night,
                least(coalesce(a.returned_day, {booking_ends}), {booking_ends}) AS end_night
            FROM {absences.relation} a JOIN {register.relation} b ON a.booking = b.booking),
        merged AS ({_merged("nights")})
        SELECT r.place, greatest(r.first_day, m.first_night) AS first_day,
            least(r.end_day, m.end_night) AS end_day
        FROM {runs} r JOIN merged m ON r.booking = m.booking
        WHERE r.first_day < m.end_night AND m.first_night < r.end_day""")
    return absent


def _merged(nights: str) -> str:
    """SQL that joins the nights of a booking where they touch or overlap."""
    in_order = "PARTITION BY booking ORDER BY first_night, end_night, line ROWS"
    return f"""
        SELECT booking, min(first_night) AS first_night, max(end_night) AS end_night
        FROM (
            SELECT *, count(*) FILTER (is_apart) OVER ({in_order} UNBOUNDED PRECEDING) AS island
            FROM (
                SELECT *, coalesce(first_night > max(end_night) OVER (
                    {in_order} BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS is_apart
                FROM {nights} WHERE first_night < end_night))
        GROUP BY booking, island"""
