"""Days by month, day, place or booking: the rows that a count prints."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.basics import BookingId, CrossCheckFailed, Message, PlaceId
from safeconduct.custody.day_counts import DayCounts
from safeconduct.custody.evidence import bookings_of
from safeconduct.custody.one_booking import absent_days, counted_days


class By(StrEnum):
    """What the days are summed by."""

    MONTH = "month"
    DAY = "day"
    PLACE = "place"
    MONTH_AND_PLACE = "month,place"
    BOOKING = "booking"


@dataclass(frozen=True, slots=True)
class Row:
    """Days of a group; what the group is not told apart by is None.

    Attributes:
        month: its first day.
        days: days counted.
        peak: the most days counted on one day of the group.
    """

    days: int
    peak: int
    month: date | None = None
    day: date | None = None
    place: PlaceId | None = None
    booking: BookingId | None = None


def days_by(counts: DayCounts, by: By) -> Sequence[Row]:
    """The rows of a count, in order; each adds up to the count's total.

    By booking there is a row for every booking that was taken in, in the order of the lines; else
    for every group in which a day counts.

    Raises:
        CrossCheckFailed: if the days booking by booking add up to another total than the sweep's.
    """
    if by is By.BOOKING:
        return _by_booking(counts)
    return _sums(counts, by)


def _sums(counts: DayCounts, by: By) -> Sequence[Row]:
    """Sums over each day first, since a peak over several places is one of their sums."""
    month = "date_trunc('month', day)::DATE" if by in (By.MONTH, By.MONTH_AND_PLACE) else "NULL"
    day = "day" if by is By.DAY else "NULL"
    place = "place" if by in (By.PLACE, By.MONTH_AND_PLACE) else "NULL"
    rows = counts.connection.execute(f"""
        SELECT sum(days)::BIGINT, max(days)::BIGINT, {month} AS month, {day} AS of_day, place
        FROM (
            SELECT {place} AS place, day, sum(days) AS days FROM {counts.daily} GROUP BY ALL)
        GROUP BY month, of_day, place HAVING sum(days) > 0
        ORDER BY month, of_day, place""").fetchall()
    return [Row(*row) for row in rows]


def _by_booking(counts: DayCounts) -> Sequence[Row]:
    rows = list(_booking_rows(counts))
    walked = sum(row.days for row in rows)
    if walked != counts.days:
        raise CrossCheckFailed(
            Message.of("custody.evidence-differs", swept=counts.days, walked=walked)
        )
    return rows


def _booking_rows(counts: DayCounts) -> Iterator[Row]:
    for _, booking in bookings_of(counts.connection, counts.register, counts.absences):
        away = absent_days(booking, counts.counting)
        days = Counter(day for day in counted_days(booking, counts.counting) if day not in away)
        yield Row(
            days=days.total(),
            peak=max(days.values(), default=0),
            place=booking.place,
            booking=booking.id,
        )
