"""How many were held at the end of each day, for the chart and the table beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from safeconduct.casework.row import KeptRow

DAYS = 30


@dataclass(frozen=True, slots=True)
class Held:
    """How many were held at the end of a day, and where its bar stands in the chart."""

    day: date
    persons: int
    left: int
    top: int
    height: int


WIDTH, HEIGHT, STEP = 600, 160, 20


def occupancy_by_day(
    bookings: Iterable[KeptRow], until: date, days: int = DAYS
) -> tuple[Held, ...]:
    """The last days up to and including one; whoever left on a day is not held at its end."""
    first = until - timedelta(days=days - 1)
    edges = [0] * (days + 1)
    for booking in bookings:
        edges[_slot(booking.instant("arrived_at"), first, days)] += 1
        if (left := booking.instant("departed_at")) is not None:
            edges[_slot(left, first, days)] -= 1
    counts = list(accumulate(edges))[:days]
    most = max([*counts, 1])
    return tuple(
        Held(
            first + timedelta(days=n),
            count,
            n * STEP,
            HEIGHT - _bar(count, most),
            _bar(count, most),
        )
        for n, count in enumerate(counts)
    )


def _slot(moment: datetime | None, first: date, days: int) -> int:
    return 0 if moment is None else min(max((moment.date() - first).days, 0), days)


def _bar(count: int, most: int) -> int:
    return count * HEIGHT // most
