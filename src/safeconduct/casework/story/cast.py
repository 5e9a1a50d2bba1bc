"""Who acts in the story. None of them is anybody; their names are those of their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from safeconduct.policy import Actor, Relation, Role

AGREEMENT = "norland-sudmark-2026"
PLACE = "lindmoor"
HOME = "northgate"
"""The prison of the sending State from which persons leave."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part in the story.

    Attributes:
        handle: short name; the sign-in of a demonstration is made from it.
        name: the name under which the part acts.
        role: its role under the agreement.
        office: the office from which it acts.
        place: the place that its relation names; empty for none.
        person: the person whom its relation names, likewise.
        state: a consulate's State, likewise.
        transfer: the transfer of an escort or a carrier, likewise.
    """

    handle: str
    name: str
    role: Role
    office: str = ""
    place: str = ""
    person: str = ""
    state: str = ""
    transfer: str = ""

    def actor(self, accounts: Mapping[str, str]) -> Actor:
        """The actor, under the account that bears the handle."""
        relation = Relation(
            self.role, AGREEMENT, self.office, self.place, self.transfer, self.person, self.state
        )
        return Actor(accounts.get(self.handle, self.handle), self.name, (relation,))


CLIENT = "N5200"
"""The person on the open manifest whose counsel, relative and own sign-in the story has."""

NEXT_TRANSFER = "T-10"
"""The transfer that is being prepared when the story ends."""

_PARTS = (
    Part("proposer", "First officer of the transfer unit", Role.SENDING_AUTHORITY, "transfer-unit"),
    Part("signer", "Second officer of the transfer unit", Role.SENDING_AUTHORITY, "transfer-unit"),
    Part("prisons", "Officer of the prison service", Role.SENDING_AUTHORITY, "prison-service"),
    Part("registrar", "Registrar of the court of appeal", Role.COURT, "court-of-appeal"),
    Part("registry", "Clerk of the registry", Role.COURT, "registry"),
    Part("protection", "Officer of the protection office", Role.COURT, "protection-office"),
    Part("directorate", "Officer of the directorate", Role.RECEIVING_AUTHORITY,
         "prisons-directorate"),
    Part("governor", "Duty governor of Lindmoor", Role.FACILITY, "lindmoor-prison", PLACE),
    Part("night", "Night officer of Lindmoor", Role.FACILITY, "lindmoor-prison", PLACE),
    Part("clinician", "Clinician of Northgate", Role.CLINICIAN, "clinic", HOME),
    Part("doctor", "Clinician of Lindmoor", Role.CLINICIAN, "clinic", PLACE),
    Part("escort", "Escort leader", Role.ESCORT, "escort-unit", transfer=NEXT_TRANSFER),
    Part("carrier", "Duty manager of the carrier", Role.CARRIER, "carrier",
         transfer=NEXT_TRANSFER),
    Part("counsel", "Counsel on the rota", Role.COUNSEL, "bar-rota", person=CLIENT),
    Part("consul", "Consul", Role.CONSULATE, "consulate", state="XC"),
    Part("relative", "Relative", Role.RELATIVE, person=CLIENT),
    Part("person", "Person in custody", Role.PERSON, person=CLIENT),
    Part("inspector", "Inspector of the preventive mechanism", Role.INSPECTOR,
         "preventive-mechanism"),
    Part("finance", "Finance officer", Role.FINANCE, "treasury"),
    Part("auditor", "Auditor", Role.AUDITOR, "audit-office"),
)  # fmt: skip

CAST: Mapping[str, Part] = MappingProxyType({part.handle: part for part in _PARTS})
"""Everybody who acts, by handle; a demonstration has a sign-in for each."""
