"""The days of each row by its own dates, in bulk: the closed form, cut to stretches of prices."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.custody import RULES, Counting, Register
from safeconduct.custody.runs import write_runs
from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb


def write_own_days(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register | None,
    counting: Counting,
    stretches: Sequence[Period],
) -> str:
    """Make the relation of the register's columns with ``own, in_0, in_1 …``.

    ``own`` is the number of days that the row's dates give in the window, ``in_N`` the number of
    them in the stretch of that number.

    Args:
        connection: the session.
        register: the rows, with their lines in the place of booking ids.
        absences: absences that belong to them; None where there are none.
        counting: rule, absence nights and window.
        stretches: stretches of days, each within the window.
    """
    spans = [("own", counting.window), *((f"in_{n}", one) for n, one in enumerate(stretches))]
    taken_off = absences is not None and counting.absence_nights is not None
    if counting.rule is DayCountRule.ELAPSED_24H or taken_off:
        return _by_line(connection, register, absences if taken_off else None, counting, spans)
    own = fresh("own")
    ends = f"CASE WHEN departed_day IS NULL THEN {literal(counting.cut_off)} ELSE {{}} END"
    end_day = ends.format(RULES[counting.rule].end_day)
    days = ", ".join(f"{_length(span, 'arrived_day', 'end_day')} AS {name}" for name, span in spans)
    connection.execute(f"""
        CREATE VIEW {own} AS
        SELECT * EXCLUDE (end_day), {days} FROM (
            SELECT *, {end_day} AS end_day FROM {register.relation})""")
    return own


def _by_line(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register | None,
    counting: Counting,
    spans: Sequence[tuple[str, Period | None]],
) -> str:
    """Days of rows with several runs, or with nights taken off: added up line by line."""
    runs = write_runs(connection, register, counting)
    held = ", ".join(f"sum({_length(span, 'first_day', 'end_day')}) AS {n}" for n, span in spans)
    days, lost = fresh("days"), fresh("lost")
    connection.execute(f"CREATE TABLE {days} AS SELECT line, {held} FROM {runs} GROUP BY line")
    less = ", ".join(f"coalesce(d.{n}, 0) AS {n}" for n, _ in spans)
    join = ""
    if absences is not None:
        away = _write_away(connection, register, absences, counting)
        nights = ", ".join(
            f"sum({_length(span, 'first_night', 'end_night')}) AS {n}" for n, span in spans
        )
        connection.execute(f"""
            CREATE TABLE {lost} AS SELECT line, {nights} FROM (
                SELECT r.line, greatest(r.first_day, m.first_night) AS first_night,
                    least(r.end_day, m.end_night) AS end_night
                FROM {runs} r JOIN {away} m ON r.line = m.line
                WHERE r.first_day < m.end_night AND m.first_night < r.end_day)
            GROUP BY line""")
        less = ", ".join(f"coalesce(d.{n}, 0) - coalesce(l.{n}, 0) AS {n}" for n, _ in spans)
        join = f"LEFT JOIN {lost} l ON r.line = l.line"
    own = fresh("own")
    connection.execute(f"""
        CREATE VIEW {own} AS SELECT r.*, {less}
        FROM {register.relation} r LEFT JOIN {days} d ON r.line = d.line {join}""")
    return own


def _length(span: Period | None, first: str, end: str) -> str:
    """SQL for the days from ``first`` to ``end`` that lie in a span; none where there is no end."""
    from_, to = first, end
    if span is not None:
        from_ = f"greatest({first}, {literal(span.start)})"
        to = f"least({end}, {literal(span.end)})"
    # `least` would pass over a missing end.
    return f"CASE WHEN {end} IS NULL THEN 0 ELSE greatest({to} - {from_}, 0) END"


def _write_away(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register,
    counting: Counting,
) -> str:
    """Make the table ``line, first_night, end_night`` of nights taken off, each night once."""
    away = fresh("away")
    ends = f"coalesce(b.departed_day, {literal(counting.cut_off)})"
    connection.execute(f"""
        CREATE TABLE {away} AS
        WITH nights AS (
            SELECT b.line, a.left_day + {counting.absence_nights} AS first_night,
                least(coalesce(a.returned_day, {ends}), {ends}) AS end_night
            FROM {absences.relation} a JOIN {register.relation} b ON a.booking = b.booking),
        marked AS (
            SELECT *, first_night > max(end_night) OVER (
                PARTITION BY line ORDER BY first_night, end_night
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS is_apart
            FROM nights WHERE first_night < end_night),
        numbered AS (
            SELECT *, count(*) FILTER (is_apart) OVER (
                PARTITION BY line ORDER BY first_night, end_night
                ROWS UNBOUNDED PRECEDING) AS island
            FROM marked)
        SELECT line, min(first_night) AS first_night, max(end_night) AS end_night
        FROM numbered GROUP BY line, island""")
    return away
