"""Comparisons of one fact with a value or with another fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.vocabulary.references import FactRef

Value = bool | int | str | date
"""A literal of a condition: a code, a jurisdiction, yes or no, a whole number, a day."""


@dataclass(frozen=True, slots=True)
class Is(Predicate):
    """The fact is this value, or the same as another fact."""

    fact: FactRef
    value: Value | FactRef


@dataclass(frozen=True, slots=True)
class In(Predicate):
    """The fact is one of these values."""

    fact: FactRef
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Includes(Predicate):
    """The fact, a list of codes, has this one among them, or one that another fact names."""

    fact: FactRef
    value: str | FactRef


@dataclass(frozen=True, slots=True)
class AtLeast(Predicate):
    """The fact, a whole number, is this or more."""

    fact: FactRef
    amount: int


@dataclass(frozen=True, slots=True)
class AtMost(Predicate):
    """The fact, a whole number, is this or less."""

    fact: FactRef
    amount: int
