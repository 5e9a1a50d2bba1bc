"""Pairing: entry to entry without trusting identifiers, in rounds of weakening evidence.

Within a round the closest pair comes first, and what is equally close is settled by the entries'
own values, so that the order of rows never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from safeconduct.reconciliation.entry import Entry, Side
from safeconduct.reconciliation.matching.closeness import closeness, meet, repeats, span
from safeconduct.reconciliation.matching.identity import contradicts, key, same, transposed


class Grounds(StrEnum):
    """Why two entries are taken to be the same booking."""

    SAME_ROW = "same-row"
    """Both sides have the row alike in everything."""

    SAME_BOOKING = "same-booking"
    """Both sides give it the same id, and nothing contradicts it."""

    SAME_PERSON = "same-person"
    """The same person, at dates that meet."""

    SAME_BOOKING_OTHER_PERSON = "same-booking-other-person"
    """The same id at dates that meet, for a person whom the sides name differently."""

    PLACE_AND_TIME = "place-and-time"
    """The same place at dates that meet, and references that look alike or are missing."""

    UNMATCHED = "unmatched"
    """Only one side has it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of both sides that are one booking; usually one of each, or one alone.

    Attributes:
        ours: our entries, in order.
        theirs: their entries, in order.
        grounds: why they belong together.
    """

    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]
    grounds: Grounds

    def of(self, side: Side) -> tuple[Entry, ...]:
        """The entries of one side."""
        return self.ours if side is Side.OURS else self.theirs


MOST_PAIRS = 250_000
"""So many pairs under one reference are all compared."""

Key = Callable[[Entry], object | None]
Allows = Callable[[Entry, Entry], bool]


@dataclass(frozen=True, slots=True)
class _Round:
    """One kind of evidence.

    Attributes:
        grounds: what a pair of this round is based on.
        key: entries with the same key are candidates; None takes part in nothing.
        allows: whether a candidate pair may be one.
        unique: whether the pair must be the only candidates of its key.
    """

    grounds: Grounds
    key: Key
    allows: Allows
    unique: bool = False


def match(ours: Iterable[Entry], theirs: Iterable[Entry]) -> list[Group]:
    """Pair the entries of two books; entries without a partner make a group of their own."""
    left = {Side.OURS: _sorted(ours), Side.THEIRS: _sorted(theirs)}
    groups: list[Group] = []
    for round_ in _ROUNDS:
        pairs = list(_pairs(round_, left[Side.OURS], left[Side.THEIRS]))
        taken = {id(entry) for pair in pairs for entry in pair}
        for side, entries in left.items():
            left[side] = [entry for entry in entries if id(entry) not in taken]
        groups += [Group((a,), (b,), round_.grounds) for a, b in pairs]
    groups += [Group((entry,), (), Grounds.UNMATCHED) for entry in left[Side.OURS]]
    groups += [Group((), (entry,), Grounds.UNMATCHED) for entry in left[Side.THEIRS]]
    return groups


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.order)


def _pairs(
    round_: _Round, ours: Sequence[Entry], theirs: Sequence[Entry]
) -> Iterator[tuple[Entry, Entry]]:
    by_key: dict[object, list[Entry]] = defaultdict(list)
    for entry in theirs:
        if (found := round_.key(entry)) is not None:
            by_key[found].append(entry)
    asking: dict[object, list[Entry]] = defaultdict(list)
    for entry in ours:
        if (found := round_.key(entry)) in by_key:
            asking[found].append(entry)
    for found, mine in asking.items():
        yield from _closest_first(round_, mine, by_key[found])


def _closest_first(
    round_: _Round, ours: list[Entry], theirs: list[Entry]
) -> Iterator[tuple[Entry, Entry]]:
    if round_.unique and (len(ours) > 1 or len(theirs) > 1):
        return
    candidates = [
        (closeness(ours[i], theirs[j]), -i, -j, ours[i], theirs[j])
        for i, j in _candidates(ours, theirs)
        if round_.allows(ours[i], theirs[j])
    ]
    candidates.sort(key=lambda one: one[:3], reverse=True)
    taken: set[int] = set()
    for _, _, _, a, b in candidates:
        if id(a) not in taken and id(b) not in taken:
            taken |= {id(a), id(b)}
            yield a, b


def _candidates(ours: list[Entry], theirs: list[Entry]) -> Iterable[tuple[int, int]]:
    """Which entries are held against each other: each against each, unless there are very many.

    A reference that thousands of rows share names nobody in particular; then only rows that begin
    or end on the same day are candidates.
    """
    if len(ours) * len(theirs) <= MOST_PAIRS:
        return product(range(len(ours)), range(len(theirs)))
    by_day: dict[object, list[int]] = defaultdict(list)
    for j, entry in enumerate(theirs):
        for end in _ends(entry):
            by_day[end].append(j)
    found = {(i, j) for i, entry in enumerate(ours) for end in _ends(entry) for j in by_day[end]}
    return sorted(found)


def _ends(entry: Entry) -> list[tuple[str, date]]:
    stay = entry.stay
    sides = (("arrived", stay.arrived), ("departed", stay.departed))
    return [(name, moment.day) for name, moment in sides if moment is not None]


def _whole_row(entry: Entry) -> tuple[str, ...]:
    return entry.order[:-1]


def _booking(entry: Entry) -> str | None:
    return entry.booking.strip() or None


def _person(entry: Entry) -> str | None:
    return entry.person.strip().casefold() or None


def _place_and(reference: str, entry: Entry) -> tuple[str, str] | None:
    found = key(reference)
    return (entry.place.strip().casefold(), found) if found and entry.place else None


def _letters(entry: Entry) -> tuple[str, str] | None:
    """The place and the characters of the person's key in order: equal for a transposition."""
    return _place_and("".join(sorted(key(entry.person))), entry)


def _dates(entry: Entry) -> tuple[str, object] | None:
    dates = span(entry.stay)
    return (entry.place.strip().casefold(), dates) if dates and entry.place else None


def _nothing_contradicts(ours: Entry, theirs: Entry) -> bool:
    """Without two references to one person, two registers that both count from 1 must not meet."""
    if ours.person and theirs.person:
        return same(ours.person, theirs.person)
    return same(ours.place, theirs.place) or _dates_meet(ours, theirs) or _unreadable(ours, theirs)


def _dates_meet(ours: Entry, theirs: Entry) -> bool:
    return meet(ours.stay, theirs.stay)


def _unreadable(ours: Entry, theirs: Entry) -> bool:
    return span(ours.stay) is None or span(theirs.stay) is None


def _at_one_place(ours: Entry, theirs: Entry) -> bool:
    return same(ours.place, theirs.place) and meet(ours.stay, theirs.stay)


def _repeated_there(ours: Entry, theirs: Entry) -> bool:
    """Whether place and both dates are the same."""
    return same(ours.place, theirs.place) and repeats(ours.stay, theirs.stay)


def _swapped(ours: Entry, theirs: Entry) -> bool:
    return transposed(key(ours.person), key(theirs.person)) and repeats(ours.stay, theirs.stay)


def _one_person_at_most(ours: Entry, theirs: Entry) -> bool:
    return _dates_meet(ours, theirs) and not contradicts(ours.person, theirs.person)


def _a_person_is_missing(ours: Entry, theirs: Entry) -> bool:
    return not (ours.person and theirs.person)


_ROUNDS = (
    _Round(Grounds.SAME_ROW, _whole_row, lambda _ours, _theirs: True),
    _Round(Grounds.SAME_BOOKING, _booking, _nothing_contradicts),
    _Round(Grounds.SAME_PERSON, _person, _repeated_there),
    _Round(Grounds.SAME_BOOKING_OTHER_PERSON, _booking, _repeated_there),
    _Round(Grounds.SAME_PERSON, _person, _dates_meet),
    _Round(Grounds.SAME_PERSON, _person, _unreadable, unique=True),
    _Round(Grounds.SAME_BOOKING_OTHER_PERSON, _booking, _at_one_place),
    _Round(Grounds.PLACE_AND_TIME, lambda e: _place_and(e.person, e), _dates_meet),
    _Round(Grounds.PLACE_AND_TIME, _letters, _swapped),
    _Round(Grounds.PLACE_AND_TIME, lambda e: _place_and(e.booking, e), _one_person_at_most),
    _Round(Grounds.PLACE_AND_TIME, _dates, _a_person_is_missing, unique=True),
)
