"""Dated values: an amendment adds a value, and never edits one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from safeconduct.agreement.citation import Citation
from safeconduct.basics import Period

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class DatedValue(Generic[T_co]):
    """A value for a span of days.

    Attributes:
        value: the value.
        start: first day on which it applies; None where it applies from the beginning.
        end: day after the last one; None while nothing ends it.
        citation: the clause that says so.
    """

    value: T_co
    start: date | None
    end: date | None
    citation: Citation

    def applies_on(self, day: date) -> bool:
        """Whether the value applies on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def within(self, period: Period) -> Period | None:
        """The days of the period on which the value applies, or None."""
        start = period.start if self.start is None else max(self.start, period.start)
        end = period.end if self.end is None else min(self.end, period.end)
        return Period(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Dated(Generic[T_co]):
    """The values that one term has had, in order of time, none overlapping another."""

    values: tuple[DatedValue[T_co], ...]

    def on(self, day: date) -> DatedValue[T_co] | None:
        """The value on the day, with its citation, or None where no value applies."""
        return next((value for value in self.values if value.applies_on(day)), None)

    def within(self, period: Period) -> Iterator[tuple[Period, DatedValue[T_co]]]:
        """Each stretch of the period with the value that applies in it; gaps are left out."""
        for value in self.values:
            stretch = value.within(period)
            if stretch is not None:
                yield stretch, value

    def __bool__(self) -> bool:
        return bool(self.values)
