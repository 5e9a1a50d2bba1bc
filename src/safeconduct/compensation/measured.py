"""What was measured in a period, as far as it is known: places, acts and bed-days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from safeconduct.agreement.citation import Citation
from safeconduct.basics import Period
from safeconduct.compensation.acts import Acts
from safeconduct.compensation.places import PlacesAvailable


@dataclass(frozen=True, slots=True)
class BedDays:
    """Bed-days of a register, over all places of the agreement.

    Attributes:
        by_day: bed-days on each day that has any.
        rests_on: the clauses by which they were counted.
        tallies: for a stretch of days, how many bookings have how many days in it, counted
            apart from ``by_day``.
    """

    by_day: Mapping[date, int]
    rests_on: tuple[Citation, ...]
    tallies: Mapping[Period, Mapping[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_day", MappingProxyType(dict(self.by_day)))
        object.__setattr__(self, "tallies", MappingProxyType(dict(self.tallies)))

    def within(self, stretch: Period) -> Iterator[tuple[date, int]]:
        """Each day of the stretch that has bed-days, with their number."""
        return ((day, held) for day, held in self.by_day.items() if day in stretch)

    def total(self, stretch: Period) -> int:
        """Bed-days in the stretch."""
        if stretch.days < len(self.by_day):
            return sum(self.by_day.get(day, 0) for day in stretch)
        return sum(held for _, held in self.within(stretch))


@dataclass(frozen=True, slots=True)
class Measured:
    """The quantities of a period. None stands for what nobody supplied, never for zero."""

    places: PlacesAvailable | None = None
    acts: Acts | None = None
    bed_days: BedDays | None = None
