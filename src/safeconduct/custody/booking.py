"""One booking as a plain value: what the rules of day counting read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from safeconduct.basics import BookingId, PlaceId


@dataclass(frozen=True, slots=True)
class Moment:
    """When somebody arrived or departed.

    Attributes:
        day: the day of the place on which it happened.
        instant: the instant, in the place's own time zone; None where only the day is certain.
    """

    day: date
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Nights away from the place within a booking.

    Attributes:
        left: day on which the person left; the first night begins on it.
        returned: day on which the person came back; None for as long as the booking lasts.
    """

    left: date
    returned: date | None


@dataclass(frozen=True, slots=True)
class Booking:
    """One person's time in one place.

    Attributes:
        id: the register's id.
        place: the place.
        arrived: the arrival.
        departed: the departure; None while the person is held.
        absences: the absences within it.
    """

    id: BookingId
    place: PlaceId
    arrived: Moment
    departed: Moment | None
    absences: tuple[Absence, ...] = ()
