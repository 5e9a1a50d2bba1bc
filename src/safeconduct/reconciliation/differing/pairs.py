"""One booking in both books: from our claim to our dates, to theirs, to their claim.

Each step changes one thing and moves what the days and the money change by, so that the steps
add up to the difference of the two claims, whatever they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from safeconduct.basics import Message
from safeconduct.custody import Moment
from safeconduct.reconciliation.days import Days, ended, number, union, without
from safeconduct.reconciliation.difference import Step
from safeconduct.reconciliation.differing.claims import Claim
from safeconduct.reconciliation.entry import Entry, Side, Stay
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.matching import Group
from safeconduct.reconciliation.matching.closeness import overlap
from safeconduct.reconciliation.matching.identity import contradicts
from safeconduct.reconciliation.pricing import Claimed
from safeconduct.reconciliation.terms import Terms


@dataclass(frozen=True, slots=True)
class _State:
    """Days and money at one point of the way from our claim to theirs."""

    days: int
    exact: Fraction

    def to(self, after: _State) -> tuple[int, Fraction]:
        """What a step from here moves."""
        return after.days - self.days, after.exact - self.exact


Claims = Mapping[Side, Sequence[Claim]]
"""The claims of a group's entries, in their order."""


def pair_steps(group: Group, claims: Claims, terms: Terms) -> list[Step]:
    """The differences of a booking that both books have."""
    between = [
        *_identity(group, terms),
        *_splits(group, terms, claims),
        *_dates(_whole(group.ours, terms), _whole(group.theirs, terms), group, terms),
    ]
    return between + _claim_steps(claims)


def _claim_steps(claims: Claims) -> list[Step]:
    """Both sides' steps from dates to claim; what both do alike is no difference of the books."""
    ours = [_turned(step) for claim in claims[Side.OURS] for step in claim.steps]
    theirs = [step for claim in claims[Side.THEIRS] for step in claim.steps]
    for mine in list(ours):
        alike = next((one for one in theirs if one.kind is mine.kind), None)
        if alike is None:
            continue
        both = replace(alike, days=mine.days + alike.days, exact=mine.exact + alike.exact)
        if mine.kind is Kind.ROUNDING or not (both.days or both.exact):
            ours.remove(mine)
            theirs.remove(alike)
            theirs += [both] if both.exact else []
    return ours + theirs


def _turned(step: Step) -> Step:
    """A step of our own claim, as it enters theirs less ours."""
    return replace(step, days=-step.days, exact=-step.exact)


def _identity(group: Group, terms: Terms) -> Iterator[Step]:
    for what in ("person", "place"):
        ours = {getattr(entry, what) for entry in group.ours}
        theirs = {getattr(entry, what) for entry in group.theirs}
        if ours != theirs and any(contradicts(a, b) for a in ours for b in theirs):
            why = Message(
                f"reconciliation.why-identity-{what}",
                {"ours": _listed(ours), "theirs": _listed(theirs)},
            )
            yield Step(
                Kind.IDENTITY, 0, Fraction(0), why, terms.persons_clause, group.ours[0].first_day
            )


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names - {""}))


def _dates(ours: Stay, theirs: Stay, group: Group, terms: Terms) -> Iterator[Step]:
    """Arrival, then departure, then absences, each from our value to theirs."""
    if ours == theirs:
        return
    if ours.absences != theirs.absences:
        ours, theirs = ended(ours, terms.counting), ended(theirs, terms.counting)
    before = ours
    for kind in (Kind.ARRIVAL, Kind.DEPARTURE):
        after = _with(kind, before, theirs)
        if after == before:
            continue
        days, exact = _state(before, terms).to(_state(after, terms))
        if days or exact or _disagree(kind, ours, theirs, terms):
            why, on = _why(kind, group), _on(kind, ours, theirs)
            yield Step(kind, days, exact, why, terms.days_clause, on)
        before = after
    yield from _nights_away(before, theirs, terms)


def _nights_away(ours: Stay, theirs: Stay, terms: Terms) -> Iterator[Step]:
    """Absences, where all other dates are theirs already."""
    if ours.absences == theirs.absences:
        return
    mine, other = terms.counted(ours), terms.counted(theirs)
    nights = {
        "ours": number(without(other, mine)),
        "theirs": number(without(mine, other)),
    }
    days, exact = _state(ours, terms).to(_state(theirs, terms))
    sides = [side for side, taken_off in nights.items() if taken_off]
    if not (sides or days or exact):
        return
    who = sides[0] if len(sides) == 1 else "both"
    why = Message(f"reconciliation.why-absence-{who}", {**nights})
    on = min(absence.left for absence in ours.absences + theirs.absences)
    yield Step(Kind.ABSENCE, days, exact, why, terms.absence_clause, on)


def _with(kind: Kind, stay: Stay, other: Stay) -> Stay:
    if kind is Kind.ARRIVAL:
        return replace(stay, arrived=other.arrived)
    return replace(stay, departed=other.departed, is_open=other.is_open)


def _disagree(kind: Kind, ours: Stay, theirs: Stay, terms: Terms) -> bool:
    """Whether dates of the window disagree though nothing moves."""
    a, b = (ours.arrived, theirs.arrived)
    if kind is Kind.DEPARTURE:
        a, b = (ours.departed, theirs.departed)
        if (a is None) is (b is None) and a is None and ours.is_open is not theirs.is_open:
            return True
    if (a and a.day) == (b and b.day):
        return False
    window = terms.counting.window
    return window is None or any(moment is None or moment.day in window for moment in (a, b))


def _why(kind: Kind, group: Group) -> Message:
    held = [side for side in Side if kind is Kind.DEPARTURE and _is_held(group.of(side))]
    return Message(
        f"reconciliation.why-{kind.value}{f'-held-{held[0].value}' if held else ''}",
        {side.value: _written(kind, group.of(side)) for side in Side},
    )


def _is_held(entries: Sequence[Entry]) -> bool:
    return any(entry.stay.is_open for entry in entries)


def _written(kind: Kind, entries: Sequence[Entry]) -> str:
    """The moment as the book has it."""
    if kind is Kind.ARRIVAL:
        return entries[0].arrived_as or "–"
    return max(entries, key=lambda entry: _day(entry.stay.departed)).departed_as or "–"


def _on(kind: Kind, ours: Stay, theirs: Stay) -> date | None:
    moments = [ours.arrived, theirs.arrived]
    if kind is Kind.DEPARTURE:
        moments = [ours.departed, theirs.departed]
    return min((moment.day for moment in moments if moment), default=None)


def _splits(group: Group, terms: Terms, claims: Claims) -> Iterator[Step]:
    """What it moves that a side writes several bookings for one: ``split``, and days held twice."""
    split = [side for side in Side if len(group.of(side)) > 1]
    if not split:
        return
    twice, apart = _State(0, Fraction(0)), _State(0, Fraction(0))
    for side in split:
        whole = _state(_whole(group.of(side), terms), terms)
        parts = _sum(_State(number(one.own.days), one.own_exact) for one in claims[side])
        once = parts
        if _has_overlap(group.of(side)):
            days = union(claim.own.days for claim in claims[side])
            once = _State(number(days), terms.prices.cost(Claimed(days)))
        twice = _sum([twice, _signed(side, once.to(parts))])
        apart = _sum([apart, _signed(side, whole.to(once))])
    on = group.theirs[-1].first_day
    if twice.days or twice.exact:
        why = Message.of("reconciliation.why-parts-overlap", days=abs(twice.days))
        yield Step(Kind.OVERLAP, twice.days, twice.exact, why, terms.days_clause, on)
    in_window = any(sum(map(terms.touches, group.of(side))) > 1 for side in split)
    if not (in_window or apart.days or apart.exact):
        return
    why = Message.of("reconciliation.why-split", ours=len(group.ours), theirs=len(group.theirs))
    yield Step(Kind.SPLIT, apart.days, apart.exact, why, terms.days_clause, on)


def _signed(side: Side, moved: tuple[int, Fraction]) -> _State:
    return _State(side.sign * moved[0], side.sign * moved[1])


def _sum(states: Iterator[_State] | Sequence[_State]) -> _State:
    listed = list(states)
    return _State(sum(one.days for one in listed), sum((one.exact for one in listed), Fraction(0)))


def _has_overlap(entries: Sequence[Entry]) -> bool:
    return any(overlap(a.stay, b.stay) for i, a in enumerate(entries) for b in entries[i + 1 :])


def _state(stay: Stay, terms: Terms) -> _State:
    days: Days = terms.counted(stay)
    return _State(number(days), terms.prices.cost(Claimed(days)))


def _whole(entries: Sequence[Entry], terms: Terms) -> Stay:
    """The stay from the first arrival of the parts to their last departure."""
    if len(entries) == 1:
        return entries[0].stay
    stays = [ended(entry.stay, terms.counting) for entry in entries]
    is_open = any(stay.is_open for stay in stays)
    return Stay(
        arrived=min((stay.arrived for stay in stays if stay.arrived), key=_order, default=None),
        departed=None
        if is_open
        else max((stay.departed for stay in stays if stay.departed), key=_order, default=None),
        is_open=is_open,
        absences=tuple(absence for stay in stays for absence in stay.absences),
    )


def _order(moment: Moment) -> tuple[date, float]:
    return moment.day, moment.instant.timestamp() if moment.instant else 0.0


def _day(moment: Moment | None) -> date:
    return moment.day if moment else date.min
