"""How far a right reaches: from one's own case to everything under the agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from safeconduct.policy.relations import Relation, Subject


class Bound(StrEnum):
    """How far a right reaches for those who hold the role."""

    AGREEMENT = "agreement"
    """Everything under the agreement, or what the relation names of it."""

    OWN_NAME = "own-name"
    """What the actor's own office alone answers for, whatever it is about."""

    OWN_OFFICE = "own-office"
    """What belongs to the actor's own office."""

    PLACE = "place"
    """Whoever and whatever is in the place."""

    TRANSFER = "transfer"
    """Whoever and whatever belongs to the transfer."""

    OWN_CASE = "own-case"
    """The one person: oneself, one's client, one's relative."""

    OWN_NATIONALS_WHO_ASKED = "own-nationals-who-asked"
    """Nationals of the consulate's State who asked that it be told."""

    PUBLIC = "public"
    """Anybody, without an account too."""


def covers(relation: Relation, bound: Bound, subject: Subject) -> bool:
    """Whether a right of that bound, held by that relation, reaches the subject.

    An empty name never matches: what is not known to be in the place is not in the place.
    """
    if bound is Bound.PUBLIC:
        return True
    return relation.agreement == subject.agreement and _REACHES[bound](relation, subject)


def _is(named: str, subject: str) -> bool:
    return bool(named) and named == subject


def _agreement(relation: Relation, subject: Subject) -> bool:
    named = (
        (relation.person, subject.person),
        (relation.transfer, subject.transfer),
        (relation.place, subject.place),
    )
    return all(ours == theirs for ours, theirs in named if ours)


def _place(relation: Relation, subject: Subject) -> bool:
    return _is(relation.place, subject.place)


def _transfer(relation: Relation, subject: Subject) -> bool:
    return _is(relation.transfer, subject.transfer)


def _own_case(relation: Relation, subject: Subject) -> bool:
    return _is(relation.person, subject.person)


def _own_name(relation: Relation, subject: Subject) -> bool:
    return bool(relation.office) and subject.office in {"", relation.office}


def _own_office(relation: Relation, subject: Subject) -> bool:
    return _is(relation.office, subject.office)


def _own_nationals(relation: Relation, subject: Subject) -> bool:
    return bool(relation.state) and relation.state in subject.nationality_asked


_REACHES: Mapping[Bound, Callable[[Relation, Subject], bool]] = MappingProxyType(
    {
        Bound.AGREEMENT: _agreement,
        Bound.OWN_NAME: _own_name,
        Bound.OWN_OFFICE: _own_office,
        Bound.PLACE: _place,
        Bound.TRANSFER: _transfer,
        Bound.OWN_CASE: _own_case,
        Bound.OWN_NATIONALS_WHO_ASKED: _own_nationals,
    }
)
