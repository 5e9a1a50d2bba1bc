"""From the sheets of both books to the entries that must be looked at one by one.

Nearly all rows of two honest books are alike; these are set apart in bulk. What is left comes as
values, together with every other row of the same persons, for a booking can only be called a
duplicate beside the one that it repeats.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from safeconduct.basics import Currency
from safeconduct.custody import Absence, Moment
from safeconduct.engine import fresh
from safeconduct.reconciliation.entry import Entry, Side, Stay

if TYPE_CHECKING:
    import duckdb

    from safeconduct.reconciliation.reading.sheet import Sheet

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows of a sheet to be read as entries.

    Attributes:
        sheet: the sheet.
        lines: table with a column ``line``.
        currency: the currency of what is stated.
    """

    sheet: Sheet
    lines: str
    currency: Currency


def entries_of(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[Entry]:
    """The entries of the lines."""
    book = asked.sheet.book
    plain = book.plain
    away = fresh("away_lists")
    if book.absences is None:
        absences, join = "NULL", ""
    else:
        absences = "a.absences"
        join = f"LEFT JOIN {away} a ON a.booking = s.line::VARCHAR"
        connection.execute(f"""
            CREATE VIEW {away} AS SELECT booking,
                list({{'left': left_day, 'returned': returned_day}}
                    ORDER BY left_day, returned_day) AS absences
            FROM {book.absences.relation} GROUP BY booking""")
    written, faulty = "NULL, NULL", ""
    if book.dated.sides is not None:
        written = f"p.{plain.arrived}::VARCHAR, p.{plain.departed}::VARCHAR"
        faulty = f"LEFT JOIN {plain.relation} p ON s.is_faulty AND s.line = p.line"
    cursor = connection.cursor()
    cursor.execute(f"""
        SELECT s.line, s.booking, s.person, s.place, s.zone, s.arrived_day, s.arrived_us,
            s.departed_day, s.departed_us, s.is_open, s.own, s.beyond, s.stated_units,
            {written}, {absences}
        FROM {asked.sheet.relation} s {faulty} {join}
        WHERE s.line IN (SELECT line FROM {asked.lines}) ORDER BY s.line""")
    while rows := cursor.fetchmany(_BATCH):
        for row in rows:
            yield _entry(book.side, asked.currency, row)


def _entry(side: Side, currency: Currency, row: tuple[Any, ...]) -> Entry:
    line, booking, person, place, zone, arrived, arrived_us, departed, departed_us, *rest = row
    is_open, own, beyond, units, arrived_as, departed_as, absences = rest
    stay = Stay(
        arrived=_moment(arrived, arrived_us, zone),
        departed=_moment(departed, departed_us, zone),
        is_open=is_open,
        absences=tuple(Absence(**one) for one in absences or ()),
    )
    return Entry(
        side=side,
        line=line,
        booking=booking or "",
        person=person or "",
        place=place or "",
        stay=stay,
        stated_days=own + beyond if beyond else None,
        stated_amount=None if units is None else Decimal(units).scaleb(-currency.scale),
        arrived_as=arrived.isoformat() if arrived else arrived_as or "",
        departed_as=departed.isoformat() if departed else departed_as or "",
    )


def _moment(day: date | None, instant_us: int | None, zone: str | None) -> Moment | None:
    if day is None:
        return None
    if instant_us is None or zone is None:
        return Moment(day)
    return Moment(day, (_EPOCH + timedelta(microseconds=instant_us)).astimezone(_zone(zone)))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
