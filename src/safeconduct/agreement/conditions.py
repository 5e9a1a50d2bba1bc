"""Conditions: what must hold for a person before boarding, in a closed and typed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words


class OnUnknown(StrEnum):
    """What an unknown asks for. There is nothing weaker."""

    HOLD = "hold"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A node of the typed tree; each operator is a subclass."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One requirement of the agreement or the floor."""

    id: str
    label: Words
    require: Predicate
    when_unknown: OnUnknown
    citation: Citation
