"""The answer of a count: totals, days by place and day or month, and days by booking."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safeconduct.custody.counted import BookingDays, PlaceDay, PlaceMonth
from safeconduct.custody.evidence import days_by_booking

if TYPE_CHECKING:
    import duckdb

    from safeconduct.basics import Period
    from safeconduct.custody.counting import Counting
    from safeconduct.custody.register import Register


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Days counted under one rule.

    The answer reads from the session that it was counted in, and lasts as long as that.

    Attributes:
        bookings: bookings taken in.
        open: those of them without a departure.
        days: days counted in the window, all places together.
        levels: relation ``place, day, next_day, days, held`` of stretches without a change.
    """

    bookings: int
    open: int
    days: int
    connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    levels: str = field(repr=False, compare=False)
    register: Register = field(repr=False, compare=False)
    absences: Register | None = field(repr=False, compare=False)
    counting: Counting = field(repr=False, compare=False)

    @property
    def daily(self) -> str:
        """SQL for ``place, day, days, held`` with one row for each place and day."""
        return f"""(
            SELECT place, unnest(range(day::TIMESTAMP, next_day::TIMESTAMP, INTERVAL 1 DAY))::DATE
                AS day, days, held FROM {self.levels})"""

    def by_place_and_day(self) -> Sequence[PlaceDay]:
        """Days of each place on each day on which somebody is held, in order."""
        rows = self.connection.execute(
            f"SELECT place, day, days, held FROM {self.daily} ORDER BY place, day"
        ).fetchall()
        return [PlaceDay(*row) for row in rows]

    def by_place_and_month(self) -> Sequence[PlaceMonth]:
        """Days and peak of each place in each month in which a day counts, in order."""
        rows = self.connection.execute(f"""
            SELECT place, date_trunc('month', day)::DATE AS month,
                sum(days)::BIGINT AS days, max(days) AS peak
            FROM {self.daily} GROUP BY ALL HAVING sum(days) > 0 ORDER BY place, month""").fetchall()
        return [PlaceMonth(*row) for row in rows]

    def by_booking(self, spans: Sequence[Period]) -> Iterator[BookingDays]:
        """Each booking in each span that it touches, by the rule's plain form.

        A third method, apart from the sweep and from the closed form: it walks the days of each
        booking. Bookings come in the order of their lines, spans in the order given.
        """
        return days_by_booking(self.connection, self.register, self.absences, self.counting, spans)
