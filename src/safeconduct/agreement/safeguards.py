"""Safeguards: the clauses without which nobody may be handed over under an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.parties import CustodyModel


class SafeguardKind(StrEnum):
    """What a person handed over must be able to count on."""

    RETURN = "return"
    """The way back to the sending side."""

    INSPECTION = "inspection"
    """Somebody from outside may enter and look."""

    RELEASE = "release"
    """How custody ends when it must."""


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A clause for return, inspection or release.

    Attributes:
        kind: what it safeguards.
        says: what the clause says, in one sentence.
        citation: the clause.
    """

    kind: SafeguardKind
    says: Words
    citation: Citation


def safeguards_needed(model: CustodyModel) -> tuple[SafeguardKind, ...]:
    """The safeguards that an agreement must state before the gate may find no bar under it.

    Where the sentence itself is transferred, the administering State holds the person under its
    own order and nobody is to be returned; there the clause for release is the one needed.
    """
    if model is CustodyModel.SENTENCE_TRANSFER:
        return (SafeguardKind.RELEASE,)
    return (SafeguardKind.RETURN, SafeguardKind.INSPECTION, SafeguardKind.RELEASE)
