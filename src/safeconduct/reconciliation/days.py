"""Counted days of one stay, as unbroken stretches: by subtraction of dates, not by walking them.

The bulk path counts in SQL and ``custody`` walks the days one by one; this is a method apart from
both, and every reconciliation holds its sums against theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import ONE_DAY, BookingId, Period, PlaceId
from safeconduct.custody import RULES, Booking, Counting
from safeconduct.reconciliation.entry import Stay

Days = tuple[Period, ...]
"""Counted days as stretches in order; a day stands in two of them where it counts twice."""


def counted(stay: Stay, counting: Counting) -> Days:
    """The days in the window that a stay counts, absences taken off.

    A stay whose dates cannot be read, or run backwards, counts nothing: what nobody recorded never
    adds a day.
    """
    runs = _runs(stay, counting)
    window = counting.window
    if window is not None:
        runs = tuple(cut for run in runs if (cut := run.overlap(window)) is not None)
    return without(runs, _absent(stay, counting))


def ended(stay: Stay, counting: Counting) -> Stay:
    """The stay, each absence ended with it that names no return.

    Somebody who is away when one book lets the stay end is not away for the days by which the
    other book makes it longer.
    """
    ends = stay.departed.day if stay.departed else counting.cut_off
    return replace(
        stay, absences=tuple(replace(one, returned=one.returned or ends) for one in stay.absences)
    )


def number(days: Days) -> int:
    """How many days these are."""
    return sum(stretch.days for stretch in days)


def within(days: Days, stretch: Period) -> int:
    """How many of the days lie in a stretch."""
    found = 0
    for one in days:
        found += max(0, (min(one.end, stretch.end) - max(one.start, stretch.start)).days)
    return found


def union(many: Iterable[Days]) -> Days:
    """The days that any of several counts, each once."""
    merged: list[Period] = []
    for stretch in sorted(stretch for days in many for stretch in days):
        if merged and stretch.start <= merged[-1].end:
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, stretch.end))
        else:
            merged.append(stretch)
    return tuple(merged)


def without(days: Days, taken_off: Days) -> Days:
    """The days less others."""
    left = days
    for gone in taken_off:
        left = tuple(part for stretch in left for part in _cut_out(stretch, gone))
    return left


def _cut_out(stretch: Period, gone: Period) -> Iterator[Period]:
    shared = stretch.overlap(gone)
    if shared is None:
        yield stretch
        return
    if stretch.start < shared.start:
        yield Period(stretch.start, shared.start)
    if shared.end < stretch.end:
        yield Period(shared.end, stretch.end)


def _runs(stay: Stay, counting: Counting) -> Days:
    if stay.arrived is None or stay.is_backwards:
        return ()
    if counting.rule is DayCountRule.ELAPSED_24H:
        return _elapsed(stay, counting)
    end = _end(stay, counting)
    return (Period(stay.arrived.day, end),) if end and stay.arrived.day < end else ()


def _end(stay: Stay, counting: Counting) -> date | None:
    """The day after the last one that the rule counts."""
    if stay.is_open:
        return counting.cut_off
    if stay.arrived is None or stay.departed is None:
        return None
    match counting.rule:
        case DayCountRule.BOTH_ENDS:
            return stay.departed.day + ONE_DAY
        case DayCountRule.ARRIVAL_NOT_DEPARTURE_MIN_ONE:
            return max(stay.departed.day, stay.arrived.day + ONE_DAY)
        case _:
            return stay.departed.day


def _elapsed(stay: Stay, counting: Counting) -> Days:
    """Periods of 24 hours have no closed form across a change of the clock: they are walked."""
    unknown_end = stay.departed is None and not stay.is_open
    if stay.arrived is None or stay.arrived.instant is None or unknown_end:
        return ()
    if stay.departed is not None and stay.departed.instant is None:
        return ()
    booking = Booking(BookingId(""), PlaceId(""), stay.arrived, stay.departed)
    days = list(RULES[counting.rule].days_of(booking, counting.cut_off))
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(days)) if b - a != ONE_DAY), len(days)]
    return tuple(
        Period(days[first], days[end - 1] + ONE_DAY)
        for first, end in pairwise(breaks)
        if first < end
    )


def _absent(stay: Stay, counting: Counting) -> Days:
    """The nights that absences take off; a night belongs to the day on which it begins."""
    ends = stay.departed.day if stay.departed else counting.cut_off
    if not stay.absences or counting.absence_nights is None or ends is None:
        return ()
    still_counted = timedelta(days=counting.absence_nights)
    nights = (
        (absence.left + still_counted, min(absence.returned or ends, ends))
        for absence in stay.absences
    )
    return union([(Period(first, end),) for first, end in nights if first < end])
