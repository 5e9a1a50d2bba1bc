"""How far a right reaches: from one's own case to everything under the agreement."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

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


_NARROWED = ("person", "transfer", "place")
_NAMED = {
    Bound.OWN_OFFICE: ("office", "office"),
    Bound.PLACE: ("place", "place"),
    Bound.TRANSFER: ("transfer", "transfer"),
    Bound.OWN_CASE: ("person", "person"),
    Bound.OWN_NATIONALS_WHO_ASKED: ("state", "nationality_asked"),
}
"""By bound, what the relation must name and which attribute of the subject must match it."""


def covers(relation: Relation, bound: Bound, subject: Subject) -> bool:
    """Whether a right of that bound, held by that relation, reaches the subject.

    An empty name never matches: what is not known to be in the place is not in the place.
    """
    if bound is Bound.PUBLIC:
        return True
    if relation.agreement != subject.agreement:
        return False
    if bound is Bound.OWN_NAME:
        return bool(relation.office) and subject.office in {"", relation.office}
    if not names_enough(relation, bound):
        return False
    return all(_bears(subject, name, value) for name, value in limits_of(relation, bound).items())


def names_enough(relation: Relation, bound: Bound) -> bool:
    """Whether the relation names what the bound is about; one that does not reaches nothing."""
    return bound not in _NAMED or bool(getattr(relation, _NAMED[bound][0]))


def limits_of(relation: Relation, bound: Bound) -> Mapping[str, str]:
    """What a subject must bear for the right to reach it, by attribute; none for everything.

    A relation reaches no further than anything that it names.
    """
    if bound is Bound.PUBLIC:
        return {}
    limits = {name: value for name in _NARROWED if (value := getattr(relation, name))}
    if bound in _NAMED:
        ours, theirs = _NAMED[bound]
        limits[theirs] = getattr(relation, ours)
    return limits


def _bears(subject: Subject, name: str, value: str) -> bool:
    theirs = getattr(subject, name)
    return value in theirs if name == "nationality_asked" else theirs == value
