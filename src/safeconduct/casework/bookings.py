"""Bookings: which one is open, how one ends, and who should be in a place."""

from __future__ import annotations

from datetime import datetime

from safeconduct.basics import Finding
from safeconduct.casework.plan import NewRow, changed
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault


def open_booking(key: str, situation: Situation) -> KeptRow | Finding:
    """The booking that somebody named, if it has not ended."""
    booking = situation.known("bookings", key)
    if isinstance(booking, Finding) or booking.is_open:
        return booking
    return fault("casework.booking-ended", "booking", booking=key)


def before_arrival(booking: KeptRow, at: datetime) -> tuple[Finding, ...]:
    """That something would have happened in a booking before it began."""
    arrived = booking.instant("arrived_at")
    if arrived is None or at >= arrived:
        return ()
    return (fault("casework.before-it-began", "", at=at, began=arrived),)


def ended(booking: KeptRow, at: datetime, how: str, to: str) -> NewRow:
    """The booking with its end."""
    return changed(booking, is_open=False, departed_at=at, left_how=how, left_to=to or None)


def present_at(view: View, place: str, unit: str, at: datetime, now: datetime) -> int:
    """How many the register says were in a place, or one of its units, at a moment.

    Whoever is away on a recorded absence is not there to be counted. For the present only what
    goes on is read: a facility's past is a thousand times its present.
    """
    is_now = at >= now
    away = {
        row.text("booking")
        for row in view.rows("absences", place=place, open_only=is_now)
        if _covers(row.instant("left_at"), row.instant("returned_at"), at)
    }
    return sum(
        row.key not in away
        and unit in ("", row.text("unit"))
        and _covers(row.instant("arrived_at"), row.instant("departed_at"), at)
        for row in view.rows("bookings", place=place, open_only=is_now)
    )


def _covers(start: datetime | None, end: datetime | None, at: datetime) -> bool:
    return start is not None and start <= at and (end is None or at < end)
