"""The parts that people play under an agreement."""

from __future__ import annotations

from enum import StrEnum

from safeconduct.basics import Message


class Role(StrEnum):
    """A part that somebody plays. Which person plays which is a term of each agreement."""

    SENDING_AUTHORITY = "sending-authority"
    RECEIVING_AUTHORITY = "receiving-authority"
    FACILITY = "facility"
    ESCORT = "escort"
    CARRIER = "carrier"
    CLINICIAN = "clinician"
    COUNSEL = "counsel"
    COURT = "court"
    CONSULATE = "consulate"
    RELATIVE = "relative"
    PERSON = "person"
    INSPECTOR = "inspector"
    FINANCE = "finance"
    AUDITOR = "auditor"
    PUBLIC = "public"

    @property
    def label(self) -> Message:
        """The role's name, as a sentence that waits for its language."""
        return Message(f"policy.role-{self.value}")
