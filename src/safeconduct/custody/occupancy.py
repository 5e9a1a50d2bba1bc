"""Occupancy: how many were held at a place in a month, against its guarantee and its capacity."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from safeconduct.basics import Period, PlaceId, RoundingMode, round_decimal
from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.day_counts import DayCounts


@dataclass(frozen=True, slots=True)
class MonthOccupancy:
    """One month of a place that has a guarantee or a capacity.

    Attributes:
        place: the place, as the file of limits names it.
        month: the month's first day.
        known_days: days of the month whose number is known.
        bed_days: the numbers of these days, added up.
        peak: the highest of them.
        guaranteed_minimum: places paid for, used or not; None where none is stated.
        days_below: days on which fewer were held than guaranteed.
        unused_bed_days: guaranteed places that stayed empty, added up over these days.
        capacity: places that can be used; None where none is stated.
        days_above: days on which more were held than the place can hold.
    """

    place: PlaceId
    month: date
    known_days: int
    bed_days: int
    peak: int
    guaranteed_minimum: int | None
    days_below: int
    unused_bed_days: int
    capacity: int | None
    days_above: int

    @property
    def average(self) -> Decimal:
        """Persons held on an average day of the month, to two decimal places, halves up."""
        exact = Decimal(self.bed_days) / Decimal(self.known_days)
        return round_decimal(exact, 2, RoundingMode.HALF_UP)


def occupancy(
    connection: duckdb.DuckDBPyConnection, population: str, limits: str
) -> Sequence[MonthOccupancy]:
    """Each month of each place that stands in both relations, in order.

    A day that the population does not name is not known, and nothing is said of it.

    Args:
        connection: the session.
        population: relation ``place, day, held``, one row for each place and day.
        limits: relation ``place, guaranteed_minimum, capacity``; a place for which neither is
            stated is left out.
    """
    rows = connection.execute(f"""
        SELECT place, date_trunc('month', day)::DATE AS month, count(*), sum(held)::BIGINT,
            max(held)::BIGINT, any_value(guaranteed_minimum),
            count(*) FILTER (held < guaranteed_minimum),
            coalesce(sum(guaranteed_minimum - held) FILTER (held < guaranteed_minimum), 0)::BIGINT,
            any_value(capacity), count(*) FILTER (held > capacity)
        FROM {population} JOIN {_stated(limits)} USING (place)
        GROUP BY place, month ORDER BY place, month""").fetchall()
    return [MonthOccupancy(*row) for row in rows]


def counted_population(counts: DayCounts, days: Period) -> str:
    """A count as a population: each place on each of the days, with nobody on the days between.

    Args:
        counts: a count over at least these days.
        days: the days whose number is known, since the register is complete for them.

    Returns:
        Name of a relation ``place, day, held``.
    """
    population = fresh("population")
    counts.connection.execute(f"""
        CREATE TABLE {population} AS
        WITH places AS (SELECT DISTINCT place FROM {counts.register.relation}),
        calendar AS (
            SELECT unnest(range({literal(days.start)}::TIMESTAMP, {literal(days.end)}::TIMESTAMP,
                INTERVAL 1 DAY))::DATE AS day)
        SELECT place, day, coalesce(days, 0) AS held
        FROM places CROSS JOIN calendar LEFT JOIN {counts.daily} USING (place, day)""")
    return population


def unmatched(
    connection: duckdb.DuckDBPyConnection, population: str, limits: str
) -> tuple[Sequence[PlaceId], Sequence[PlaceId]]:
    """The places that have a population and no limits, and those that have limits and none."""
    without_limits, without_population = (
        connection.execute(f"""
            SELECT DISTINCT place FROM {one} ANTI JOIN {other} USING (place)
            ORDER BY place""").fetchall()
        for one, other in ((population, _stated(limits)), (_stated(limits), population))
    )
    return [place for (place,) in without_limits], [place for (place,) in without_population]


def _stated(limits: str) -> str:
    return f"(SELECT * FROM {limits} WHERE coalesce(guaranteed_minimum, capacity) IS NOT NULL)"
