"""Conditions: what must hold for a person before boarding, in a closed and typed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words


class OnUnknown(StrEnum):
    """What an unknown asks for. There is nothing weaker."""

    HOLD = "hold"
    """The person stays until it is known."""

    REFER = "refer"
    """The person stays, and somebody with authority over the question must be asked."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A node of the typed tree; each operator is a subclass (:mod:`.vocabulary`)."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One requirement of the agreement or the floor.

    Attributes:
        id: short name, unique in its file.
        label: what must hold, in a sentence.
        require: what must hold, as a tree.
        when_unknown: what an unknown asks for.
        citation: the clause.
        applies_when: to whom it applies; None means everybody. In doubt it applies.
        start: first day on which it is law; None for always.
        end: day after the last one; None while nothing ends it.
    """

    id: str
    label: Words
    require: Predicate
    when_unknown: OnUnknown
    citation: Citation
    applies_when: Predicate | None = None
    start: date | None = None
    end: date | None = None

    def is_law_on(self, day: date) -> bool:
        """Whether the condition is in force on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
