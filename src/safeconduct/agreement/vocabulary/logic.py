"""Connectives, strong Kleene: an unknown part leaves the whole unknown where it could decide."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.agreement.citation import Citation
from safeconduct.agreement.conditions import Predicate


@dataclass(frozen=True, slots=True)
class All(Predicate):
    """Every part holds."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Predicate):
    """Some part holds."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Not(Predicate):
    """The part does not hold."""

    part: Predicate


@dataclass(frozen=True, slots=True)
class Unless(Predicate):
    """The rule holds, or else the exception, which rests on a clause of its own."""

    rule: Predicate
    exception: Predicate
    citation: Citation


@dataclass(frozen=True, slots=True)
class AttestedOutside(Predicate):
    """An office that may vouch for the row, and is no part of the proposing office, does.

    Never false: a fact that only the proposer states may be true, but is not known.
    """

    table: str
