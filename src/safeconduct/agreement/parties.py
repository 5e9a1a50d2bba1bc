"""The parties, the custody model and the places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.dated import Dated
from safeconduct.basics import Jurisdiction, PlaceId


class CustodyModel(StrEnum):
    """Whose sentence, whose law, whose review."""

    SENTENCE_TRANSFER = "sentence_transfer"
    HOSTED_CUSTODY = "hosted_custody"
    REMOVAL_DETENTION = "removal_detention"
    DOMESTIC_BOARDING = "domestic_boarding"


class LegalStatus(StrEnum):
    """Under what kind of title a person is held."""

    SENTENCED = "sentenced"
    UNTRIED = "untried"
    ADMINISTRATIVE = "administrative"


class PartyRole(StrEnum):
    """A party's part in the agreement; a framework convention may leave parts open."""

    SENDING = "sending"
    RECEIVING = "receiving"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Party:
    """One side.

    Attributes:
        role: its part.
        jurisdiction: the State, part of a State or local authority; None for a convention whose
            parties are whoever joined it.
        name: how the agreement names it.
        authority: the designated authority, as the agreement names it; empty where not found.
    """

    role: PartyRole
    jurisdiction: Jurisdiction | None
    name: Words
    authority: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Office:
    """Who plays a part in running the agreement, e.g. a governor who is the sending side's officer.

    Attributes:
        part: ``governor``, ``register``, ``escort``, ``outside_security``, ``inspection`` …
        held_by: the side that holds it.
        title: the title that the agreement gives.
    """

    part: str
    held_by: PartyRole
    title: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class IndependentAccess:
    """A body outside both administrations that may enter a place, and the clause that lets it."""

    body: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class Place:
    """A place of detention under the agreement.

    Attributes:
        id: as registers name it.
        name: its name.
        jurisdiction: on whose soil it stands.
        zone: IANA time zone in which its days begin and end.
        capacity: places, by date.
        independent_access: who may enter from outside; empty means that no source names anybody.
    """

    id: PlaceId
    name: str
    jurisdiction: Jurisdiction
    zone: str
    capacity: Dated[int]
    independent_access: tuple[IndependentAccess, ...]
    citation: Citation
