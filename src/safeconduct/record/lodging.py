"""Lodging an order once: what of it stands on record already, however often it comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from safeconduct.basics.digest import Plain
from safeconduct.record.entries.draft import Statement
from safeconduct.record.entries.entry import read_entry
from safeconduct.record.naming_orders import orders_named
from safeconduct.record.record import Record


@dataclass(frozen=True, slots=True)
class Lodging:
    """A statement about an order, which stands on record once however often it comes in.

    Attributes:
        statement: the statement.
        told_by: the names of the values that tell it from another of its kind.
    """

    statement: Statement
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lodged:
    """A statement about an order that stands on record.

    Attributes:
        event: its kind.
        index: the entry's place.
        case: its case.
    """

    event: str
    index: int
    case: str


def lodged_before(record: Record, lodgings: Sequence[Lodging]) -> dict[int, Lodged]:
    """What of this stands on record already, by its place in the row, and where."""
    standing = ((place, _standing(record, one)) for place, one in enumerate(lodgings))
    return {place: stands for place, stands in standing if stands is not None}


def _standing(record: Record, lodging: Lodging) -> Lodged | None:
    statement = lodging.statement
    said = {**statement.facts, **statement.personal}
    told = {name: said.get(name) for name in lodging.told_by}
    for order in orders_named({"event": statement.event, "body": said}):
        for index in record.memory.entries_about(order):
            claims = record.memory.opened(index, read_entry(record.entry(index)))
            if claims.get("event") == statement.event and _tells(claims, lodging.told_by) == told:
                return Lodged(statement.event, index, str(claims["case"]))
    return None


def _tells(claims: Mapping[str, Plain], names: tuple[str, ...]) -> dict[str, Plain]:
    body = claims.get("body")
    return {name: body.get(name) for name in names} if isinstance(body, dict) else {}
