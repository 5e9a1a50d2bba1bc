"""Evidence: each booking's days by walking them, one booking at a time, in plain Python."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safeconduct.basics import BookingId, Period, PersonRef, PlaceId
from safeconduct.custody.booking import Absence, Booking, Moment
from safeconduct.custody.counted import BookingDays
from safeconduct.custody.one_booking import absent_days, counted_days, touches

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.counting import Counting
    from safeconduct.custody.register import Register

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BATCH = 10_000


def days_by_booking(
    connection: duckdb.DuckDBPyConnection,
    register: Register,
    absences: Register | None,
    counting: Counting,
    spans: Sequence[Period],
) -> Iterator[BookingDays]:
    """Each booking in each span that it touches."""
    for person, booking in bookings_of(connection, register, absences):
        yield from _lines(person, booking, counting, spans)


def bookings_of(
    connection: duckdb.DuckDBPyConnection, register: Register, absences: Register | None
) -> Iterator[tuple[PersonRef | None, Booking]]:
    """Each person and booking of a register, with its absences, in the order of the lines."""
    cursor = connection.cursor()
    away = (
        f"""LEFT JOIN (
            SELECT booking, list({{'left': left_day, 'returned': returned_day}} ORDER BY line)
                AS absences
            FROM {absences.relation} GROUP BY booking) a ON a.booking = b.booking"""
        if absences
        else "CROSS JOIN (SELECT NULL AS absences)"
    )
    cursor.execute(f"""
        SELECT b.booking, person, place, zone, arrived_day, arrived_us, departed_day, departed_us,
            absences
        FROM {register.relation} b {away} ORDER BY b.line""")
    while rows := cursor.fetchmany(_BATCH):
        for id_, person, place, zone, arrived, arrived_us, departed, departed_us, nights in rows:
            yield (
                PersonRef(person) if person else None,
                Booking(
                    id=BookingId(id_),
                    place=PlaceId(place),
                    arrived=_moment(arrived, arrived_us, zone),
                    departed=_moment(departed, departed_us, zone) if departed else None,
                    absences=tuple(Absence(**night) for night in nights or ()),
                ),
            )


def _moment(day: date, instant_us: int | None, zone: str) -> Moment:
    if instant_us is None:
        return Moment(day)
    return Moment(day, (_EPOCH + timedelta(microseconds=instant_us)).astimezone(_zone(zone)))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _lines(
    person: PersonRef | None, booking: Booking, counting: Counting, spans: Sequence[Period]
) -> Iterator[BookingDays]:
    days = counted_days(booking, counting)
    away = absent_days(booking, counting)
    for span in spans:
        if not touches(booking, span, counting.cut_off):
            continue
        within = [day for day in days if day in span]
        counted = [day for day in within if day not in away]
        yield BookingDays(
            booking=booking.id,
            person=person,
            place=booking.place,
            span=span,
            days=len(counted),
            absent_nights=len(within) - len(counted),
            first_day=min(counted, default=None),
            last_day=max(counted, default=None),
        )
