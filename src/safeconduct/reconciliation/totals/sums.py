"""Sums over a sheet: days and stated amounts, as claimed and as the dates alone give them."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.reconciliation.pricing import DayPrices

if TYPE_CHECKING:
    import duckdb

    from safeconduct.reconciliation.reading.sheet import Sheet

Tally = Mapping[int, int]
"""How many bookings have how many days."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the rows of a sheet come to.

    Attributes:
        bookings: rows.
        days: days, as claimed where something else than the dates give is stated.
        own_days: days that the dates give.
        stated: rows with a stated amount that is another than computed.
        stated_units: the sum of these amounts, in units of the currency.
        computed: for each rate, the days of the rows whose amount is computed.
        own: for each rate, the days of all rows by their dates.
        computed_tallies: for each rate, how many of these rows have how many days; only where
            each booking's amount is rounded by itself.
        own_tallies: the same by dates.
    """

    bookings: int
    days: int
    own_days: int
    stated: int
    stated_units: int
    computed: tuple[int, ...]
    own: tuple[int, ...]
    computed_tallies: tuple[Tally, ...]
    own_tallies: tuple[Tally, ...]


def sums(connection: duckdb.DuckDBPyConnection, sheet: Sheet, prices: DayPrices) -> Sums:
    """Add a sheet up."""
    rates = range(len(sheet.stretches))
    claimed = [f"in_{n} + CASE WHEN at_{n} THEN beyond ELSE 0 END" for n in rates]
    columns = [
        "count(*)",
        "sum(own + beyond)",
        "sum(own)",
        "count(stated_units)",
        "sum(stated_units)",
        *(f"sum({one}) FILTER (stated_units IS NULL)" for one in claimed),
        *(f"sum(in_{n})" for n in rates),
    ]
    listed = ", ".join(f"coalesce({column}, 0)::HUGEINT" for column in columns)
    row = connection.execute(f"SELECT {listed} FROM {sheet.relation}").fetchall()[0]
    figures = [int(figure) for figure in row]
    by_booking = prices.rounds_by_booking and not prices.in_whole_units
    return Sums(
        bookings=figures[0],
        days=figures[1],
        own_days=figures[2],
        stated=figures[3],
        stated_units=figures[4],
        computed=tuple(figures[5 : 5 + len(rates)]),
        own=tuple(figures[5 + len(rates) :]),
        computed_tallies=tuple(
            _tally(connection, sheet, one, "stated_units IS NULL") for one in claimed if by_booking
        ),
        own_tallies=tuple(
            _tally(connection, sheet, f"in_{n}", "true") for n in rates if by_booking
        ),
    )


def _tally(connection: duckdb.DuckDBPyConnection, sheet: Sheet, days: str, condition: str) -> Tally:
    rows = connection.execute(f"""
        SELECT {days} AS days, count(*) FROM {sheet.relation}
        WHERE {condition} GROUP BY 1 HAVING days <> 0""").fetchall()
    return {int(days): bookings for days, bookings in rows}
