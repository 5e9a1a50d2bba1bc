"""Comparing: from the entries of both books to differences, booking by booking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from safeconduct.basics import Currency, Money
from safeconduct.reconciliation.cents import nearest
from safeconduct.reconciliation.days import number
from safeconduct.reconciliation.difference import Booked, Difference, Step, Values
from safeconduct.reconciliation.differing import Claim, Claims, Surplus, claim_of, pair_steps
from safeconduct.reconciliation.entry import Entry, Side
from safeconduct.reconciliation.matching import Grounds, Group, match
from safeconduct.reconciliation.matching.parts import join_parts
from safeconduct.reconciliation.terms import Terms


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing entries gave.

    Attributes:
        groups: bookings of one book or both, those that were known to be alike left out.
        booked: their differences before rounding.
        claimed_alike: our line and the days beyond its dates, of bookings with dates that differ
            and claims that both contradict them alike.
    """

    groups: tuple[Group, ...]
    booked: tuple[Booked, ...]
    claimed_alike: tuple[tuple[int, int], ...] = ()

    @property
    def matched(self) -> int:
        """How many bookings both books have."""
        return sum(1 for group in self.groups if group.grounds is not Grounds.UNMATCHED)


def compare(
    ours: Sequence[Entry], theirs: Sequence[Entry], alike: Iterable[tuple[int, int]], terms: Terms
) -> Compared:
    """Match the entries and list how they differ.

    Args:
        ours: our entries.
        theirs: their entries.
        alike: lines of pairs that are known to be alike; they take part only in what is said of
            others.
        terms: what decides.
    """
    pairs = list(alike)
    known = {Side.OURS: {a for a, _ in pairs}, Side.THEIRS: {b for _, b in pairs}}
    free = {
        Side.OURS: [entry for entry in ours if entry.line not in known[Side.OURS]],
        Side.THEIRS: [entry for entry in theirs if entry.line not in known[Side.THEIRS]],
    }
    fixed = list(_fixed(ours, theirs, pairs))
    groups = join_parts([*fixed, *match(free[Side.OURS], free[Side.THEIRS])])
    untouched = {id(group) for group in fixed}
    lone = [
        entry
        for entries, side in ((ours, Side.OURS), (theirs, Side.THEIRS))
        for entry in entries
        if entry.line in known[side]
    ]
    booked = tuple(_booked(groups, untouched, lone, terms))
    looked_at = tuple(one for one in groups if id(one) not in untouched)
    return Compared(looked_at, booked, tuple(_claimed_alike(looked_at, terms)))


def _claimed_alike(groups: Sequence[Group], terms: Terms) -> Iterator[tuple[int, int]]:
    for group in groups:
        entries = group.ours + group.theirs
        if len(entries) != 2 or any(one.stated_days is None for one in entries):
            continue
        beyond = {(one.stated_days or 0) - number(terms.counted(one.stay)) for one in entries}
        if len(beyond) == 1 and beyond != {0}:
            yield entries[0].line, beyond.pop()


def _fixed(
    ours: Sequence[Entry], theirs: Sequence[Entry], pairs: Sequence[tuple[int, int]]
) -> Iterator[Group]:
    by_line: Mapping[int, Entry] = {entry.line: entry for entry in theirs}
    partner = dict(pairs)
    for entry in sorted(ours, key=lambda one: one.order):
        other = by_line.get(partner.get(entry.line, -1))
        if other is not None:
            yield Group((entry,), (other,), Grounds.SAME_BOOKING)


def _booked(
    groups: Sequence[Group], untouched: set[int], lone: Sequence[Entry], terms: Terms
) -> Iterator[Booked]:
    matched = [
        entry
        for group in groups
        if group.grounds is not Grounds.UNMATCHED
        for entry in group.ours + group.theirs
    ]
    seen = {id(entry) for entry in matched}
    matched += [entry for entry in lone if id(entry) not in seen]
    surplus = {
        side: Surplus((entry for entry in matched if entry.side is side), terms) for side in Side
    }
    for group in groups:
        if id(group) in untouched:
            continue
        claims = {side: [claim_of(one, terms) for one in group.of(side)] for side in Side}
        if group.grounds is Grounds.UNMATCHED:
            side = Side.OURS if group.ours else Side.THEIRS
            steps = surplus[side].steps(group.of(side)[0], claims[side][0])
        else:
            steps = pair_steps(group, claims, terms)
        yield from _of_group(group, claims, steps, terms)


def _of_group(
    group: Group, claims: Claims, steps: Sequence[Step], terms: Terms
) -> Iterator[Booked]:
    if not steps:
        return
    entries = group.ours + group.theirs
    ours, theirs = (_values(group.of(side), claims[side], terms) for side in Side)
    person = next((entry.person for entry in entries if entry.person), "")
    place = next((entry.place for entry in entries if entry.place), "")
    for step in steps:
        yield Booked(step, ours, theirs, person, place, group.grounds)


def _values(entries: Sequence[Entry], claims: Sequence[Claim], terms: Terms) -> Values:
    if not entries:
        return Values()
    exact = claims[0].exact
    for claim in claims[1:]:
        exact += claim.exact
    return Values(
        " + ".join(entry.booking or "–" for entry in entries),
        sum(claim.days for claim in claims),
        exact if terms.prices.is_linear else None,
        tuple(entry.line for entry in entries),
    )


def to_difference(booked: Booked, amount: Money, currency: Currency) -> Difference:
    """The line of a reconciliation, its money settled."""
    step, ours, theirs = booked.step, booked.ours, booked.theirs
    return Difference(
        kind=step.kind,
        booking=ours.booking or theirs.booking,
        ours_booking=ours.booking,
        theirs_booking=theirs.booking,
        ours_days=ours.days,
        theirs_days=theirs.days,
        ours_amount=_shown(ours, currency),
        theirs_amount=_shown(theirs, currency),
        days=step.days,
        amount=amount,
        clause=step.clause,
        why=step.why,
        on=step.on,
        person=booked.person,
        place=booked.place,
        grounds=booked.grounds,
        ours_lines=ours.lines,
        theirs_lines=theirs.lines,
    )


def _shown(values: Values, currency: Currency) -> Money | None:
    """A side's money beside a difference; rounded for reading only, and part of no sum."""
    if values.exact is None:
        return None
    return nearest(values.exact, currency)
