"""A second method for days and money: walk over every day of every booking, in plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

Row = Mapping[str, str]

FREE_NIGHTS = 3
"""So many nights of an absence count (article 6(2))."""

GUARANTEED, SHORTFALL = 30, Decimal(98)
"""Places guaranteed on each day up to September, and the price of one that is lacking (6(3))."""

ESCORT = Decimal(610)
"""An escort there and back (article 7)."""


def price(day: date) -> Decimal:
    """A bed-day on a day (article 6(1), and the first protocol)."""
    if day < date(2026, 9, 16):
        return Decimal("142.50")
    return Decimal("147.25") if day < date(2026, 10, 1) else Decimal("148.125")


def cents(amount: Decimal) -> Decimal:
    """Rounded half up, as the agreement is taken to round each booking."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are asked for, the end excluded."""

    first: date
    end: date

    def __iter__(self) -> Iterator[date]:
        return iter(_from_to(self.first.isoformat(), self.end.isoformat()))

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end


SEPTEMBER = Window(date(2026, 9, 1), date(2026, 10, 1))
OCTOBER = Window(date(2026, 10, 1), date(2026, 11, 1))


def days_of(booking: Row, absences: Iterable[Row], window: Window) -> list[date]:
    """The days that a booking counts: not the day of departure, nor long absences."""
    away = {
        night
        for absence in absences
        if absence["booking"] == booking["booking"]
        for night in _from_to(absence["left_at"], absence["returned_at"])[FREE_NIGHTS:]
    }
    stay = _from_to(booking["arrived_at"], booking["departed_at"] or window.end.isoformat())
    return [day for day in stay if day in window and day not in away]


def _from_to(first: str, end: str) -> list[date]:
    start, stop = date.fromisoformat(first[:10]), date.fromisoformat(end[:10])
    return [start + timedelta(days=number) for number in range((stop - start).days)]


def held(bookings: Iterable[Row], absences: Iterable[Row], window: Window) -> Counter[date]:
    """Persons held on each day."""
    listed = list(absences)
    return Counter(day for one in bookings for day in days_of(one, listed, window))


def cost(days: Iterable[date]) -> Decimal:
    """What the days of one booking cost within one price."""
    return cents(sum((price(day) for day in days), Decimal(0)))
