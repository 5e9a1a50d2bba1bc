"""Values and their plain form: in the record, in a store, and in a case bundle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from safeconduct.basics.digest import Plain
from safeconduct.casework.columns import columns_of
from safeconduct.casework.row import Cell
from safeconduct.facts import FactType, Personal


def plain_cell(cell: Cell) -> Plain:
    """A value as JSON holds it: days and instants as ISO 8601, the offset kept."""
    match cell:
        case datetime() | date():
            return cell.isoformat()
        case tuple():
            return list(cell)
        case _:
            return cell


def plain_values(values: Mapping[str, Cell]) -> dict[str, Plain]:
    """A row's values as JSON holds them; what is nobody's knowledge is left out."""
    return {name: plain_cell(cell) for name, cell in values.items() if cell is not None}


def read_values(table: str, values: Mapping[str, Plain]) -> dict[str, Cell]:
    """Values read back by the types of their columns."""
    return {name: _read(table, name, value) for name, value in values.items()}


def _read(table: str, name: str, value: Plain) -> Cell:
    if isinstance(value, list):
        return tuple(map(str, value))
    if isinstance(value, str):
        match columns_of(table)[name].type:
            case FactType.INSTANT:
                return datetime.fromisoformat(value)
            case FactType.DATE:
                return date.fromisoformat(value)
            case _:
                return value
    return value if not isinstance(value, dict) else None


def bundle_text(cell: Cell) -> str:
    """A value as a cell of a case bundle holds it; empty for nobody's knowledge."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime() | date():
            return cell.isoformat()
        case tuple():
            return ";".join(cell)
        case _:
            return str(cell)


def is_erasable(table: str, column: str) -> bool:
    """Whether a value lies in the erasable part: what says something of a person.

    Keys and references are random, and the rows that hang on them must stay readable; they name
    nobody once the values are gone.
    """
    declared = columns_of(table)[column]
    if declared.type in {FactType.KEY, FactType.REFERENCE}:
        return False
    return declared.personal is not Personal.NO
