"""Two names of one place: proposals for a person to confirm, where registers name it differently.

A public register may say ``ADAMSMS`` and a contract table ``ADAMS COUNTY DET CENTER``, Mississippi.
Nothing here decides that the two are one place. It lists pairs for which several things agree:
the letters of the short name in their order, the state where the short name tells it, and the
average number of persons held, which both sides stated for the same days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from safeconduct.basics import PlaceId

NEAR = Decimal("0.05")
"""How far two averages may lie apart, as a share of the stated one."""

NEAR_AT_LEAST = Decimal("0.5")
"""How far they may lie apart in any case, in persons."""

FEW = 10
"""Persons on an average day; with fewer, an average alone tells no place from another."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a table names it.

    Attributes:
        name: its name there.
        state: two letters.
        average: persons held on an average day, as the table states.
    """

    name: str
    state: str
    average: Decimal


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may mean one place, and the two averages that speak for it."""

    place: PlaceId
    facility: str
    own_average: Decimal
    stated_average: Decimal


def propose_names(
    averages: Mapping[PlaceId, Decimal], tables: Iterable[NamedPlace]
) -> Sequence[Proposal]:
    """The pairs for which letters, state and averages agree, and no other pair has either name.

    Args:
        averages: short names, each with the average of its own population over the days for which
            the table states one.
        tables: the places as the table names them.
    """
    pairs = [
        Proposal(place, named.name, average, named.average)
        for named in tables
        for place, average in averages.items()
        if _may_mean(place, named) and _is_near(average, named.average)
    ]
    places = Counter(pair.place for pair in pairs)
    facilities = Counter(pair.facility for pair in pairs)
    return [pair for pair in pairs if places[pair.place] == facilities[pair.facility] == 1]


def _may_mean(place: PlaceId, named: NamedPlace) -> bool:
    """Whether a short name is letters of the name, in order, and then perhaps its state.

    A short name that leaves the state out says less, so that few persons could agree by chance.
    """
    short, state = place.upper(), named.state.upper()
    names_state = bool(state) and short.endswith(state) and len(short) > len(state)
    if not names_state and named.average < FEW:
        return False
    letters = iter(named.name.upper())
    return all(one in letters for one in short.removesuffix(state if names_state else ""))


def _is_near(own: Decimal, stated: Decimal) -> bool:
    return abs(own - stated) <= max(stated * NEAR, NEAR_AT_LEAST)
