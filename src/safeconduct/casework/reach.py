"""Whom a row speaks of: its person, transfer and place, read off its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.casework.row import Cell

_PLACE = ("place", "held_at")
_BY_KEY = {"persons": "person", "identities": "person", "cases": "person"}


@dataclass(frozen=True, slots=True)
class Reach:
    """The person, transfer and place of a row; empty where it speaks of none."""

    person: str
    transfer: str
    place: str


def reach_of(table: str, key: str, values: Mapping[str, Cell]) -> Reach:
    """Whom and what a row speaks of."""
    person = key if table in _BY_KEY else _text(values, "person")
    transfer = key if table in {"transfers", "manifests"} else _text(values, "transfer")
    place = next((found for name in _PLACE if (found := _text(values, name))), "")
    return Reach(person, transfer, place if table != "places" else key)


def _text(values: Mapping[str, Cell], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
