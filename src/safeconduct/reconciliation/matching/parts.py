"""Parts: entries without a partner that are pieces of a booking which the other side writes whole.

Somebody's stay of January in one book can be two stays in the other, up to the 15th and from
then on. The second one has no partner of its own: it joins the pair whose days it shares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from safeconduct.reconciliation.entry import Entry, Side
from safeconduct.reconciliation.matching.closeness import contains, shared_nights, span
from safeconduct.reconciliation.matching.identity import contradicts
from safeconduct.reconciliation.matching.pairing import Grounds, Group

OTHER = {Side.OURS: Side.THEIRS, Side.THEIRS: Side.OURS}


def join_parts(groups: Iterable[Group]) -> list[Group]:
    """The groups, entries that are parts of another group joined to it."""
    paired: list[Group] = []
    alone: list[Group] = []
    for group in groups:
        (alone if group.grounds is Grounds.UNMATCHED else paired).append(group)
    by_reference = _index(paired)
    left = []
    for single in sorted(alone, key=lambda group: (group.ours + group.theirs)[0].order):
        side = Side.OURS if single.ours else Side.THEIRS
        entry = single.of(side)[0]
        found = _whole_of(entry, side, paired, by_reference)
        if found is None:
            left.append(single)
        else:
            paired[found] = _joined(paired[found], side, entry)
    return paired + left


def references(entry: Entry) -> list[tuple[str, str]]:
    """What says whose booking an entry is: the person, and the id of the booking."""
    named = (("person", entry.person.strip().casefold()), ("booking", entry.booking.strip()))
    return [(what, name) for what, name in named if name]


def _index(groups: Sequence[Group]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for reference in {one for entry in group.ours + group.theirs for one in references(entry)}:
            found[reference].append(number)
    return found


def _whole_of(
    entry: Entry,
    side: Side,
    groups: Sequence[Group],
    by_reference: dict[tuple[str, str], list[int]],
) -> int | None:
    """The group that the entry is a part of: the one that shares most nights with it."""
    candidates = {n for reference in references(entry) for n in by_reference.get(reference, ())}
    best, most = None, 0
    for number in sorted(candidates):
        nights = _nights_of_its_own(entry, side, groups[number])
        if nights > most:
            best, most = number, nights
    return best


def _nights_of_its_own(entry: Entry, side: Side, group: Group) -> int:
    """Nights that the other side of the group has, and the entry's own side only in the entry."""
    own = group.of(side)
    if any(contains(other.stay, entry.stay) or contains(entry.stay, other.stay) for other in own):
        return 0
    everyone = (*group.ours, *group.theirs)
    if span(entry.stay) is None or any(contradicts(entry.person, one.person) for one in everyone):
        return 0
    shared = sum(shared_nights(entry.stay, other.stay) for other in group.of(OTHER[side]))
    return shared - sum(shared_nights(entry.stay, other.stay) for other in own)


def _joined(group: Group, side: Side, entry: Entry) -> Group:
    joined = tuple(
        sorted((*group.of(side), entry), key=lambda one: (one.first_day or date.max, one.order))
    )
    if side is Side.OURS:
        return Group(joined, group.theirs, group.grounds)
    return Group(group.ours, joined, group.grounds)
