"""What a count says of a place's day, a place's month and a booking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.basics import BookingId, Period, PersonRef, PlaceId


@dataclass(frozen=True, slots=True)
class PlaceDay:
    """One day at one place.

    Attributes:
        days: days counted on it: bookings that the rule counts, absent ones taken off.
        held: bookings that the rule counts, absent ones included.
    """

    place: PlaceId
    day: date
    days: int
    held: int


@dataclass(frozen=True, slots=True)
class PlaceMonth:
    """One month at one place.

    Attributes:
        month: the month's first day.
        days: days counted in it.
        peak: the most days counted on one day of it.
    """

    place: PlaceId
    month: date
    days: int
    peak: int


@dataclass(frozen=True, slots=True)
class BookingDays:
    """One booking in one span of days: a line of evidence.

    Attributes:
        days: days counted in the span.
        absent_nights: days that the rule counts in the span and an absence takes off.
        first_day: first day counted; None where none is.
        last_day: last day counted; None where none is.
    """

    booking: BookingId
    person: PersonRef | None
    place: PlaceId
    span: Period
    days: int
    absent_nights: int
    first_day: date | None
    last_day: date | None
