"""What is wrong with a bundle, and for whom it leaves something unknown."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.basics import Finding, Location, Message, Severity

EVERYBODY = ""
"""Stands for a problem that cannot be laid at one person's door, and so holds everybody."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the bundle.

    Attributes:
        message: what is wrong.
        location: where.
        person: whom it concerns; empty for everybody.
        holds: whether those whom it concerns are undetermined at best.
    """

    message: Message
    location: Location
    person: str = EVERYBODY
    holds: bool = True

    @property
    def finding(self) -> Finding:
        """The problem as a finding for the edge."""
        severity = Severity.ATTENTION if self.holds else Severity.NOTE
        return Finding(self.message, severity, self.location)

    def concerns(self, person: str) -> bool:
        """Whether the problem leaves something unknown for the person."""
        return self.holds and self.person in {EVERYBODY, person}
