"""Closeness: how well the dates of two entries agree, on the record's own days.

Matching looks at the dates as they stand, and not at the days that a rule counts of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.reconciliation.entry import Entry, Stay
from safeconduct.reconciliation.matching.identity import same


@dataclass(frozen=True, slots=True, order=True)
class Closeness:
    """The better pair is the greater one.

    Attributes:
        equal_ends: how many of arrival and departure are on the same day.
        same_place: whether both name the same place.
        shared_nights: nights that both have.
        apart: days between the arrivals and between the departures, below zero.
    """

    equal_ends: int
    same_place: bool
    shared_nights: int
    apart: int


def closeness(ours: Entry, theirs: Entry) -> Closeness:
    """How close two entries are."""
    a, b = ours.stay, theirs.stay
    return Closeness(
        equal_ends=equal_arrivals(a, b) + equal_departures(a, b),
        same_place=same(ours.place, theirs.place),
        shared_nights=shared_nights(a, b),
        apart=-(_apart(_day(a, 0), _day(b, 0)) + _apart(_day(a, 1), _day(b, 1))),
    )


def equal_arrivals(a: Stay, b: Stay) -> bool:
    """Whether both arrive on the same day."""
    return a.arrived is not None and b.arrived is not None and a.arrived.day == b.arrived.day


def equal_departures(a: Stay, b: Stay) -> bool:
    """Whether both depart on the same day, or both are still held."""
    if a.departed is None or b.departed is None:
        return a.is_open and b.is_open
    return a.departed.day == b.departed.day


def shared_nights(a: Stay, b: Stay) -> int:
    """Nights that both stays have; an open stay lasts as long as the other."""
    first, second = span(a), span(b)
    if first is None or second is None:
        return 0
    return max(0, (min(first[1], second[1]) - max(first[0], second[0])).days)


def meet(a: Stay, b: Stay) -> bool:
    """Whether two stays can be the same: they share a night or an end, or one lies in the other."""
    if equal_arrivals(a, b) or (equal_departures(a, b) and not a.is_open):
        return True
    return overlap(a, b)


def overlap(a: Stay, b: Stay) -> bool:
    """Whether somebody with both stays would be in two places: more than touching ends."""
    first, second = span(a), span(b)
    if first is None or second is None:
        return False
    if first[0] == first[1] or second[0] == second[1]:
        inner, outer = (first, second) if first[0] == first[1] else (second, first)
        return outer[0] <= inner[0] < outer[1] or inner == outer
    return max(first[0], second[0]) < min(first[1], second[1])


def contains(outer: Stay, inner: Stay) -> bool:
    """Whether a stay lies within another."""
    first, second = span(outer), span(inner)
    if first is None or second is None:
        return False
    return first[0] <= second[0] and second[1] <= first[1] and overlap(outer, inner)


def repeats(a: Stay, b: Stay) -> bool:
    """Whether two stays have the same dates."""
    return equal_arrivals(a, b) and equal_departures(a, b)


def span(stay: Stay) -> tuple[date, date] | None:
    """Arrival and departure; the end of time for somebody still held; None where unreadable."""
    if stay.arrived is None or stay.is_backwards:
        return None
    if stay.departed is not None:
        return stay.arrived.day, stay.departed.day
    return (stay.arrived.day, date.max) if stay.is_open else None


def _day(stay: Stay, end: int) -> date | None:
    moment = (stay.arrived, stay.departed)[end]
    return moment.day if moment else None


def _apart(first: date | None, second: date | None) -> int:
    if first is None or second is None:
        return 0 if first is second else 10_000
    return abs((first - second).days)
