"""Counting days: the question, and the answer that two methods must give alike."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import CrossCheckFailed, Message, Period
from safeconduct.custody.absent import write_absent_runs
from safeconduct.custody.closed_form import closed_form_total
from safeconduct.custody.day_counts import DayCounts
from safeconduct.custody.runs import write_runs
from safeconduct.custody.sweep import sweep

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.register import Register


@dataclass(frozen=True, slots=True)
class Counting:
    """How days are to be counted.

    Attributes:
        rule: the rule.
        absence_nights: how many nights of each absence still count; None: all of them.
        window: the days that are asked for; None for all. An end at ``date.max`` is no end.
        until: cut-off of open bookings: the first day that does not count for them.
    """

    rule: DayCountRule
    absence_nights: int | None = 0
    window: Period | None = None
    until: date | None = None

    @property
    def cut_off(self) -> date | None:
        """The day on which open bookings stop counting: the earlier of ``until`` and the window."""
        limits = [self.until or date.max, self.window.end if self.window else date.max]
        return None if min(limits) == date.max else min(limits)


def count_days(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register | None,
    counting: Counting,
) -> DayCounts:
    """Count the days of a register.

    Args:
        connection: the session that holds the register.
        register: bookings, from ``take_in``; for ``elapsed-24h`` taken in with ``needs_instants``.
        absences: absences, from ``take_in_absences``; None where there are none.
        counting: rule, absences, window and cut-off.

    Raises:
        CrossCheckFailed: if the closed-form total, computed apart from the sweep, is another.
    """
    runs = write_runs(connection, register, counting)
    absent = write_absent_runs(connection, absences, counting, runs)
    levels = sweep(connection, runs, absent, counting.window)
    days = swept_total(connection, levels)
    closed = closed_form_total(connection, runs, absent, counting.window)
    if days != closed:
        raise CrossCheckFailed(Message.of("custody.totals-differ", swept=days, closed=closed))
    held_open = connection.execute(
        f"SELECT count(*) FROM {register.relation} WHERE departed_day IS NULL"
    ).fetchall()[0][0]
    return DayCounts(
        bookings=register.accepted,
        open=held_open,
        days=days,
        connection=connection,
        levels=levels,
        register=register,
        absences=absences,
        counting=counting,
    )


def swept_total(connection: duckdb.DuckDBPyConnection, levels: str) -> int:
    """The total of a sweep's levels."""
    total: int = connection.execute(
        f"SELECT coalesce(sum(days * (next_day - day)), 0)::BIGINT FROM {levels}"
    ).fetchall()[0][0]
    return total
