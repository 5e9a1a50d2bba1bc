"""Places made available: how many on each day, as the receiving side states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from safeconduct.basics import ONE_DAY, Finding, Message, Period, WrongInput
from safeconduct.basics.finding import Severity
from safeconduct.compensation.rows import Row, Unreadable, read_day, read_whole

PLACES_COLUMNS = ("from", "to", "places")
STILL = date.max
"""Stands for the end of a row that runs on."""


@dataclass(frozen=True, slots=True)
class PlacesStated:
    """A number of places for a span of days, from one row.

    Attributes:
        span: the days.
        places: places made available on each of them.
        row: where it was read.
    """

    span: Period
    places: int
    row: Row


@dataclass(frozen=True, slots=True)
class PlacesAvailable:
    """Places made available, by day. A day that no row covers is unknown, never zero.

    Attributes:
        stated: rows in order of time, no two sharing a day.
        refused: rows that could not be read, each with its finding.
    """

    stated: tuple[PlacesStated, ...]
    refused: tuple[Finding, ...] = ()

    def runs(self, period: Period) -> Iterator[tuple[Period, int | None]]:
        """The period cut into runs of days with one number of places, or None where unknown."""
        day = period.start
        for stated in self.stated:
            known = stated.span.overlap(period)
            if known is None:
                continue
            if day < known.start:
                yield Period(day, known.start), None
            yield known, stated.places
            day = known.end
        if day < period.end:
            yield Period(day, period.end), None


def read_places(rows: Iterable[Row]) -> PlacesAvailable:
    """Read the places file: ``from``, ``to`` (both days inclusive; blank: still), ``places``.

    Raises:
        WrongInput: if two rows state places for the same day, for no rule says which holds.
    """
    stated: list[PlacesStated] = []
    refused: list[Finding] = []
    for row in rows:
        try:
            stated.append(_read(row))
        except Unreadable as unreadable:
            refused.append(unreadable.finding)
    stated.sort(key=lambda one: one.span)
    overlaps = tuple(_overlaps(stated))
    if overlaps:
        raise WrongInput(*overlaps)
    return PlacesAvailable(tuple(stated), tuple(refused))


def _read(row: Row) -> PlacesStated:
    first = read_day(row, "from")
    end = read_day(row, "to") + ONE_DAY if row.cell("to") else STILL
    if end <= first:
        last = end - ONE_DAY
        raise Unreadable(
            row.finding(
                "to", Message.of("compensation.ends-before-it-begins", first=first, last=last)
            )
        )
    return PlacesStated(Period(first, end), read_whole(row, "places"), row)


def _overlaps(stated: list[PlacesStated]) -> Iterator[Finding]:
    for earlier, later in pairwise(stated):
        shared = earlier.span.overlap(later.span)
        if shared is not None:
            message = Message.of(
                "compensation.places-overlap",
                day=shared.start,
                line=earlier.row.line,
                earlier=earlier.places,
                later=later.places,
            )
            found = later.row.finding("from", message)
            yield Finding(found.message, Severity.ERROR, found.location)
