"""What a condition can speak of: facts that are grounds, and the moment of the question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.facts import GROUNDS, Column, FactType, GroundTable, Subject

JOINED = frozenset({"persons", "transfers", "places"})
"""Tables that have one row for the person at hand: the person, the transfer, its destination."""


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact, as ``table.column``.

    The table is one of the grounds; a table that is only kept, such as the allegations, has no
    reference, so that no condition on it can be built.

    Raises:
        LookupError: if there is no such fact among the grounds.
    """

    table: str
    column: str

    def __post_init__(self) -> None:
        if self.table not in GROUNDS or GROUNDS[self.table].column(self.column) is None:
            raise LookupError(str(self))

    @property
    def ground(self) -> GroundTable:
        """The table's declaration."""
        return GROUNDS[self.table]

    @property
    def declared(self) -> Column:
        """The fact's declaration."""
        column = self.ground.column(self.column)
        if column is None:
            raise LookupError(str(self))
        return column

    @property
    def type(self) -> FactType:
        """What the fact is."""
        return self.declared.type

    @property
    def of_many(self) -> bool:
        """Whether a person can have many rows of the table, so that a quantifier is needed."""
        return self.table not in JOINED and self.ground.subject is Subject.PERSON

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"


class Clock(StrEnum):
    """The moment of the question, by which facts must have been recorded."""

    NOW = "now"
    """The instant."""

    TODAY = "today"
    """Its day, where the question is asked."""

    @property
    def type(self) -> FactType:
        """Instant or day."""
        return FactType.INSTANT if self is Clock.NOW else FactType.DATE


Moment = FactRef | Clock
"""One end of a span of time."""
