"""A party's own claim held against its own dates: other days, or days priced otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from safeconduct.basics import ONE_DAY, Message
from safeconduct.reconciliation.days import number
from safeconduct.reconciliation.difference import Step
from safeconduct.reconciliation.differing.explaining import explained
from safeconduct.reconciliation.entry import Entry
from safeconduct.reconciliation.kinds import Kind
from safeconduct.reconciliation.pricing import Claimed
from safeconduct.reconciliation.terms import Terms


@dataclass(frozen=True, slots=True)
class Claim:
    """What an entry claims, and how it leads there from its own dates.

    Attributes:
        days: days claimed.
        exact: money claimed; exact where it was computed.
        own: the days that the dates give.
        own_exact: what these cost.
        steps: from the dates to the claim, with the sign of the entry's own side left out.
    """

    days: int
    exact: Fraction
    own: Claimed
    own_exact: Fraction
    steps: tuple[Step, ...]


def claim_of(entry: Entry, terms: Terms) -> Claim:
    """The entry's claim. Without one, what its dates give."""
    own = Claimed(terms.counted(entry.stay))
    own_days, own_exact = number(own.days), terms.prices.cost(own)
    days, exact, claimed = own_days, own_exact, own
    steps: list[Step] = []
    if entry.stated_days is not None and entry.stated_days != own_days:
        days = entry.stated_days
        claimed = replace(own, beyond=days - own_days, at=last_day(entry, terms))
        exact = terms.prices.cost(claimed)
        steps += _day_steps(entry, terms, own, days - own_days, exact - own_exact)
    if entry.stated_amount is not None and terms.prices.is_linear:
        stated = Fraction(entry.stated_amount)
        if stated != exact:
            steps.append(_money_step(entry, terms, claimed, stated))
        exact = stated
    return Claim(days, exact, own, own_exact, tuple(steps))


def last_day(entry: Entry, terms: Terms) -> date:
    """The day whose rate prices what a claim has beyond its dates.

    It is the day of departure; for somebody still held the last day that counts; cut to the window.
    Where no date can be read it is the last day of what is compared.
    """
    stay, window, cut_off = entry.stay, terms.counting.window, terms.counting.cut_off
    if stay.departed is not None:
        day = stay.departed.day
    elif stay.is_open and cut_off is not None:
        day = cut_off - ONE_DAY
    elif stay.arrived is not None:
        day = stay.arrived.day
    else:
        day = terms.last_day
    return day if window is None else min(max(day, window.start), window.last)


def _day_steps(
    entry: Entry, terms: Terms, own: Claimed, beyond: int, money: Fraction
) -> Iterator[Step]:
    """The departure day or the nights away, where they explain the claim; else ``stated-days``."""
    if not beyond:
        return
    departure = _departure_day(entry, terms, own)
    away = _nights_away(entry, terms, own)
    on = last_day(entry, terms)
    side = entry.side.value
    explained_by = {
        Kind.ABSENCE: away if away and beyond in {away, away + departure} else 0,
        Kind.DEPARTURE: departure if beyond in {departure, away + departure} else 0,
    }
    if sum(explained_by.values()) != beyond:
        why = Message(
            f"reconciliation.why-{side}-stated-days",
            {"stated": number(own.days) + beyond, "own": number(own.days)},
        )
        yield Step(Kind.STATED_DAYS, beyond, money, why, terms.days_clause, on)
        return
    for kind, days in explained_by.items():
        if days:
            clause = terms.absence_clause if kind is Kind.ABSENCE else terms.days_clause
            why = Message(
                f"reconciliation.why-{side}-claims-{kind.value}",
                {"days": days, "departed": entry.departed_as},
            )
            yield Step(kind, days, money * days / beyond, why, clause, on)


def _departure_day(entry: Entry, terms: Terms, own: Claimed) -> int:
    """One where there is a day of departure in the window that the rule does not count."""
    stay, window = entry.stay, terms.counting.window
    if stay.departed is None or stay.arrived is None or stay.is_backwards:
        return 0
    day = stay.departed.day
    if window is not None and day not in window:
        return 0
    return int(not any(day in stretch for stretch in own.days))


def _nights_away(entry: Entry, terms: Terms, own: Claimed) -> int:
    present = replace(entry.stay, absences=())
    return number(terms.counted(present)) - number(own.days)


def _money_step(entry: Entry, terms: Terms, claimed: Claimed, stated: Fraction) -> Step:
    found = explained(entry, terms, claimed, stated)
    moved = stated - terms.prices.cost(claimed)
    return Step(found.kind, 0, moved, found.why, found.clause, entry.first_day)
