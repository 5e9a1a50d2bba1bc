"""Who somebody is to an agreement, a place, a transfer, a person: what every right follows from."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.policy.roles import Role


@dataclass(frozen=True, slots=True)
class Relation:
    """One part that an actor plays. What it names narrows it, and nothing widens it.

    Attributes:
        role: the part.
        agreement: the agreement under which it is played.
        office: the office for which the actor acts; empty for those who act for themselves.
        place: the place of detention, for its facility, clinic and staff.
        transfer: the transfer, for its escort and carrier.
        person: the person in custody, for the person, counsel and relatives.
        state: the consular State, as ISO 3166-1, for a consulate.
    """

    role: Role
    agreement: str
    office: str = ""
    place: str = ""
    transfer: str = ""
    person: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A human, or somebody unknown who came without an account.

    Attributes:
        id: the account's identifier; empty without an account.
        name: the human's name, as the record states it.
        relations: the parts that the actor plays today.
        purpose: for what the actor reads personal data; it stands in the log of reads.
    """

    id: str
    name: str
    relations: tuple[Relation, ...] = ()
    purpose: str = ""

    def relations_in(self, agreement: str) -> tuple[Relation, ...]:
        """The parts that the actor plays under one agreement."""
        return tuple(held for held in self.relations if held.agreement == agreement)

    def roles_in(self, agreement: str) -> frozenset[Role]:
        """The roles that the actor holds under one agreement, without that of the public."""
        return frozenset(held.role for held in self.relations_in(agreement))

    def office_in(self, agreement: str) -> str:
        """The office from which the actor acts under one agreement; empty without one."""
        return next((held.office for held in self.relations_in(agreement) if held.office), "")


ANYBODY = Actor("", "")
"""Somebody of whom nothing is known: a member of the public."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what an act or a row concerns.

    Attributes:
        agreement: the agreement.
        person: the person concerned; empty where none is.
        transfer: the transfer, likewise.
        place: the place, likewise.
        nationality_asked: the States of which the person is a national, if the person asked that
            the consulate be told; empty otherwise.
        office: the office that owns the thing, e.g. to which a complaint was sent.
    """

    agreement: str
    person: str = ""
    transfer: str = ""
    place: str = ""
    nationality_asked: tuple[str, ...] = ()
    office: str = ""
