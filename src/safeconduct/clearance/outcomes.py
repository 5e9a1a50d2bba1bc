"""What the gate can say: of a condition, and of a person."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from safeconduct.clearance.kleene import Truth


class Verdict(StrEnum):
    """What came of one condition."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"

    @classmethod
    def of(cls, truth: Truth) -> Verdict:
        """The verdict of a truth."""
        if truth is None:
            return cls.UNKNOWN
        return cls.TRUE if truth else cls.FALSE


class Outcome(StrEnum):
    """What came of a person. None of them is an approval."""

    NO_BAR_FOUND = "no-bar-found"
    """Nothing bars in the facts supplied; a human may now sign, or not."""

    UNDETERMINED = "undetermined"
    """Something is not known, or nothing was asked."""

    BARRED = "barred"
    """A condition is not met."""


def outcome_of(verdicts: Iterable[Verdict]) -> Outcome:
    """Barred if one is false; undetermined if one is unknown or none was true; else no bar."""
    seen = set(verdicts)
    if Verdict.FALSE in seen:
        return Outcome.BARRED
    if Verdict.UNKNOWN in seen or Verdict.TRUE not in seen:
        return Outcome.UNDETERMINED
    return Outcome.NO_BAR_FOUND
