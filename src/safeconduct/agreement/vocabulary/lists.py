"""What is said of the many rows that a person can have in a table.

Rows that nobody recorded prove nothing. So *exists* is never false for want of a row; and *every*
and *none open* need the list to be closed: by a search of a named register that was complete, is
fresh, is vouched for from outside the proposing office, and found no more than stands in the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.vocabulary.times import Span


@dataclass(frozen=True, slots=True)
class ClosedBy:
    """What closes a list.

    Attributes:
        register: the register that must have been searched.
        within: how old the search may be at the moment of the question.
    """

    register: str
    within: Span


@dataclass(frozen=True, slots=True)
class Exists(Predicate):
    """Some row of the table satisfies a predicate.

    Attributes:
        table: the table.
        that: what the row must satisfy.
        of: of which rows it speaks; None for all. Only a row of which it speaks can make it false:
            an examination for another purpose says nothing of fitness to travel.
    """

    table: str
    that: Predicate
    of: Predicate | None = None


@dataclass(frozen=True, slots=True)
class Every(Predicate):
    """The list is closed, has a row, and every row of it satisfies a predicate."""

    table: str
    that: Predicate
    closed_by: ClosedBy


@dataclass(frozen=True, slots=True)
class NoneOpen(Predicate):
    """The list is closed, and no row of it satisfies a predicate."""

    table: str
    where: Predicate
    closed_by: ClosedBy


@dataclass(frozen=True, slots=True)
class NoOrderStands(Predicate):
    """No order of these kinds that touches the person stands, and the register was searched.

    An order touches by its scope: the person, the transfer, the destination, everybody, or a class.
    A report that nobody has verified, and a membership in doubt, are unknown, and so stop.
    """

    kinds: tuple[str, ...]
    closed_by: ClosedBy
