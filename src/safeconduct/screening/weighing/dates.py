"""Relations of one date with many, by the rules of `safeconduct.screening.dates`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from safeconduct.screening.dates import PART_BEGINS, DateRelation, PartialDate

RELATIONS = tuple(DateRelation)
"""The relations, closest first; an array holds their places here."""

_PLACE = {relation: place for place, relation in enumerate(RELATIONS)}
_TENS = 10 ** np.arange(7, -1, -1, dtype=np.int64)

Flags = NDArray[np.bool_]


def relations_of(date: PartialDate, others: NDArray[np.int16]) -> NDArray[np.int8]:
    """How a date relates to each of many, as places in `RELATIONS`.

    Args:
        date: the date.
        others: year, month and day, a row a date; 0 where unknown.
    """
    year, month, day = (others[:, part].astype(np.int64) for part in range(3))
    whole = (year > 0) & (month > 0) & (day > 0)
    of_parts = _of_parts(date, year, month, day)
    if not date.is_whole:
        return of_parts
    return np.where(whole, _of_whole(date, year, month, day), of_parts).astype(np.int8)


def _of_whole(
    date: PartialDate, year: NDArray[np.int64], month: NDArray[np.int64], day: NDArray[np.int64]
) -> NDArray[np.int8]:
    same_year, same_month, same_day = year == date.year, month == date.month, day == date.day
    same = same_year.astype(np.int8) + same_month + same_day
    stands = (month == 1) & (day == 1) if not date.stands_for_its_year else True
    swapped = same_year & (month == date.day) & (day == date.month)
    apart = same_month & same_day & (np.abs(year - date.year) == 1)
    return _first(
        len(year),
        (DateRelation.EQUAL, lambda: same == 3),
        (DateRelation.SWAPPED, lambda: swapped),
        (DateRelation.YEAR_APART, lambda: apart),
        (DateRelation.ONE_DIGIT, lambda: _one_slip(date, year * 10_000 + month * 100 + day)),
        (DateRelation.TWO_PARTS, lambda: same == 2),
        (DateRelation.PARTIAL, lambda: same_year & stands),
    )


def _one_slip(date: PartialDate, others: NDArray[np.int64]) -> Flags:
    mine = np.array([int(digit) for digit in date.digits])
    digits = others[:, None] // _TENS % 10
    differs = digits != mine
    count = differs.sum(axis=1)
    first = differs.argmax(axis=1)
    after = np.minimum(first + 1, 7)
    at = np.arange(len(others))
    within = ~np.isin(after, PART_BEGINS)
    exchanged = within & (digits[at, first] == mine[after]) & (digits[at, after] == mine[first])
    both: Flags = (count == 2) & differs[at, after] & (after > first) & exchanged
    found: Flags = (count == 1) | both
    return found


def _of_parts(
    date: PartialDate, year: NDArray[np.int64], month: NDArray[np.int64], day: NDArray[np.int64]
) -> NDArray[np.int8]:
    pairs = ((date.year, year), (date.month, month), (date.day, day))
    shared = [(theirs > 0) & bool(mine) for mine, theirs in pairs]
    differs = [
        known & (theirs != mine) for known, (mine, theirs) in zip(shared, pairs, strict=True)
    ]
    none = ~(shared[0] | shared[1] | shared[2])
    later = differs[1] | differs[2]
    near = shared[0] & (np.abs(year - date.year) == 1) & ~later
    return _first(
        len(year),
        (DateRelation.MISSING, lambda: none),
        (DateRelation.PARTIAL, lambda: ~(differs[0] | later)),
        (DateRelation.PARTIAL_NEAR, lambda: near),
    )


def _first(size: int, *cases: tuple[DateRelation, Callable[[], Flags]]) -> NDArray[np.int8]:
    """The first relation whose case holds, in the order given; conflicting where none does."""
    found = np.full(size, _PLACE[DateRelation.CONFLICTING], np.int8)
    for relation, case in reversed(cases):
        found[case()] = _PLACE[relation]
    return found
