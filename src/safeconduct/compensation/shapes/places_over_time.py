"""Quantities of places over days and months: shared by the shapes that price places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from safeconduct.basics import Message, Period
from safeconduct.compensation.apportioning import month_shares
from safeconduct.compensation.places import PlacesAvailable

Measure = Callable[[int], Fraction]
"""What a number of places counts for, e.g. the blocks that it begins."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity over a stretch of days.

    Attributes:
        amount: the exact quantity, over the days that are known.
        parts_of_months: whether a month was not at one level throughout.
        unknown: whether there are days without a stated number of places.
    """

    amount: Fraction
    parts_of_months: bool
    unknown: bool

    @property
    def silent_on(self) -> tuple[Message, ...]:
        """What no term states: that a rate per month goes by days where a month is not whole."""
        if not self.parts_of_months:
            return ()
        return (Message.of("compensation.part-of-a-month-by-days"),)


def over_days(places: PlacesAvailable, stretch: Period, measure: Measure) -> Quantity:
    """The measure of each day, added up."""
    levels = list(_levels(places, stretch, measure))
    amount = sum((level * run.days for run, level in levels if level is not None), Fraction(0))
    return Quantity(amount, False, any(level is None for _, level in levels))


def over_months(places: PlacesAvailable, stretch: Period, measure: Measure) -> Quantity:
    """The measure of each month, by its days where the level changes within the month."""
    amount, parts, unknown = Fraction(0), False, False
    for run, level in _levels(places, stretch, measure):
        if level is None:
            unknown = True
            continue
        for _, share in month_shares(run):
            amount += level * share
            parts = parts or (level > 0 and share != 1)
    return Quantity(amount, parts, unknown)


def _levels(
    places: PlacesAvailable, stretch: Period, measure: Measure
) -> Iterator[tuple[Period, Fraction | None]]:
    """Runs of days at one level; neighbouring runs at the same level are one."""
    pending: tuple[Period, Fraction | None] | None = None
    for run, stated in places.runs(stretch):
        level = None if stated is None else measure(stated)
        if pending is not None and pending[1] == level:
            pending = (Period(pending[0].start, run.end), level)
            continue
        if pending is not None:
            yield pending
        pending = (run, level)
    if pending is not None:
        yield pending
