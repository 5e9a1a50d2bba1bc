"""Bed-days of a register: summed by day, and held against each booking's own days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from safeconduct.agreement.citation import Citation
from safeconduct.basics import CrossCheckFailed, Message, Period
from safeconduct.compensation.measured import BedDays
from safeconduct.custody import DayCounts


def bed_days(
    counts: DayCounts, rests_on: tuple[Citation, ...], spans: Collection[tuple[Period, ...]]
) -> BedDays:
    """The register's bed-days.

    Args:
        counts: the register, counted within the period of the statement.
        rests_on: the clauses by which it was counted.
        spans: for each item priced by bed-days its stretches, and the period itself. Bookings are
            counted within each, by a method that shares nothing with the count by day.

    Raises:
        CrossCheckFailed: if the days of the bookings are not the days of the days.
    """
    by_day: Counter[date] = Counter()
    for one in counts.by_place_and_day():
        by_day[one.day] += one.days
    tallies: dict[Period, Mapping[int, int]] = {}
    for stretches in sorted(set(spans)):
        tallies |= _tally(counts, stretches)
    counted = BedDays(
        {day: held for day, held in sorted(by_day.items()) if held}, rests_on, tallies
    )
    _confirm(counted, counts.days)
    return counted


def _tally(counts: DayCounts, stretches: Sequence[Period]) -> dict[Period, Mapping[int, int]]:
    tallies: dict[Period, Counter[int]] = {stretch: Counter() for stretch in stretches}
    for one in counts.by_booking(stretches):
        if one.days:
            tallies[one.span][one.days] += 1
    return dict(tallies)


def _confirm(counted: BedDays, stated: int) -> None:
    by_day = sum(counted.by_day.values())
    if by_day != stated:
        raise CrossCheckFailed(
            Message.of("compensation.days-do-not-add-up", by_day=by_day, stated=stated)
        )
    for stretch, tally in counted.tallies.items():
        by_booking = sum(days * bookings for days, bookings in tally.items())
        swept = counted.total(stretch)
        if by_booking != swept:
            message = Message.of(
                "compensation.bookings-disagree",
                first=stretch.start,
                last=stretch.last,
                by_day=swept,
                by_booking=by_booking,
            )
            raise CrossCheckFailed(message)
