"""Surplus: a booking that only one book has, and what the rest of that book says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from safeconduct.basics import Message
from safeconduct.reconciliation.days import Days, number, union, without
from safeconduct.reconciliation.difference import Step
from safeconduct.reconciliation.differing.claims import Claim
from safeconduct.reconciliation.entry import Entry, Side
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.matching.closeness import contains, overlap, repeats
from safeconduct.reconciliation.matching.identity import contradicts
from safeconduct.reconciliation.matching.parts import references
from safeconduct.reconciliation.pricing import Claimed
from safeconduct.reconciliation.terms import Terms

ONLY = {Side.OURS: Kind.ONLY_OURS, Side.THEIRS: Kind.ONLY_THEIRS}


class Surplus:
    """Classifies the entries of one book that have no partner, against the others of that book.

    Entries are classified in order; each one that was classified counts as one of the others, so
    that of two surplus bookings that repeat each other the second is the duplicate.
    """

    def __init__(self, matched: Iterable[Entry], terms: Terms) -> None:
        self._terms = terms
        self._others: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in matched:
            self._remember(entry)

    def steps(self, entry: Entry, claim: Claim) -> list[Step]:
        """The differences that the entry makes."""
        steps = [*self._own(entry, claim), *claim.steps]
        self._remember(entry)
        sign = entry.side.sign
        return [replace(step, days=sign * step.days, exact=sign * step.exact) for step in steps]

    def _remember(self, entry: Entry) -> None:
        for reference in references(entry):
            self._others[reference].append(entry)

    def _same_person(self, entry: Entry) -> list[Entry]:
        """Other entries of the book for the same person, or under the same id, at these dates."""
        found = {
            id(other): other
            for reference in references(entry)
            for other in self._others.get(reference, ())
            if not contradicts(other.person, entry.person)
        }
        near = [one for one in found.values() if _touches(one, entry)]
        return sorted(near, key=lambda other: other.order)

    def _own(self, entry: Entry, claim: Claim) -> Iterator[Step]:
        others = self._same_person(entry)
        repeated = next((one for one in others if _repeats(one, entry)), None)
        if repeated is not None:
            yield self._step(entry, claim, Kind.DUPLICATE, repeated)
            return
        around = next((one for one in others if contains(one.stay, entry.stay)), None)
        if around is not None:
            yield self._step(entry, claim, Kind.OVERLAP, around)
            return
        across = [one for one in others if overlap(one.stay, entry.stay)]
        if not across:
            if self._terms.touches(entry):
                yield self._step(entry, claim, ONLY[entry.side], None)
            return
        yield from self._partly(entry, claim, across)

    def _partly(self, entry: Entry, claim: Claim, across: list[Entry]) -> Iterator[Step]:
        """Of a partial overlap the shared days are ``overlap``, the rest is the entry's own."""
        taken: Days = union(self._terms.counted(one.stay) for one in across)
        rest = without(claim.own.days, taken)
        rest_exact = self._terms.prices.cost(Claimed(rest))
        shared = number(claim.own.days) - number(rest)
        yield self._moved(
            entry, Kind.OVERLAP, shared, claim.own_exact - rest_exact, across[0], partly=True
        )
        if rest:
            yield self._moved(entry, ONLY[entry.side], number(rest), rest_exact, None)

    def _step(self, entry: Entry, claim: Claim, kind: Kind, other: Entry | None) -> Step:
        return self._moved(entry, kind, number(claim.own.days), claim.own_exact, other)

    def _moved(
        self,
        entry: Entry,
        kind: Kind,
        days: int,
        exact: Fraction,
        other: Entry | None,
        *,
        partly: bool = False,
    ) -> Step:
        name = f"{kind.value}-partly" if partly else kind.value
        code = f"reconciliation.why-{name}"
        if kind in (Kind.DUPLICATE, Kind.OVERLAP):
            code = f"reconciliation.why-{entry.side.value}-{name}"
        elif entry.stay.is_backwards:
            code = f"reconciliation.why-{kind.value}-backwards"
        why = Message(
            code,
            {
                "stay": _stay(entry),
                "arrived": entry.arrived_as or "–",
                "departed": entry.departed_as or "–",
                "other": _named(other) if other else "–",
                "days": days,
            },
        )
        return Step(kind, days, exact, why, self._terms.days_clause, entry.first_day)


def _touches(other: Entry, entry: Entry) -> bool:
    """Whether the other booking can say anything of the entry: few of a person's can."""
    return overlap(other.stay, entry.stay) or repeats(other.stay, entry.stay)


def _repeats(other: Entry, entry: Entry) -> bool:
    return not contradicts(other.place, entry.place) and repeats(other.stay, entry.stay)


def _stay(entry: Entry) -> Message:
    """The dates as the book has them."""
    arrived, departed = entry.arrived_as or "–", entry.departed_as or "–"
    if entry.stay.is_open:
        return Message.of("reconciliation.stay-held", arrived=arrived)
    return Message.of("reconciliation.stay", arrived=arrived, departed=departed)


def _named(entry: Entry) -> str | Message:
    return entry.booking or _stay(entry)
