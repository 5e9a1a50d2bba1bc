"""Who may read an entry: the other party, or its owner alone."""

from __future__ import annotations

from enum import StrEnum


class Confidentiality(StrEnum):
    """The class of an entry.

    Shared entries carry their non-personal facts in clear. All others are *sealed*: every claim
    stands behind a salted digest, all sealed entries have the same shape and length, and a log
    carries cover entries among them, so that an outsider cannot tell a protection claim from a
    draft invoice, or either from nothing.
    """

    SHARED = "shared"
    """For both parties: acts on a person that both must know."""

    INTERNAL = "internal"
    """The owner's own business: counts, drafts, checks."""

    PROTECTED = "protected"
    """What would expose a person to the other State: a protection claim, a complaint."""

    @property
    def is_sealed(self) -> bool:
        """Whether the entry says nothing in clear."""
        return self is not Confidentiality.SHARED
