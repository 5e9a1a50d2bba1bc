"""Cells that cannot stand, in SQL: the same rules as for a cell of text, on values of a type."""

from __future__ import annotations

from collections.abc import Sequence

from safeconduct.basics import Message
from safeconduct.clearance.bundle.cells import (
    FIRST_YEAR,
    LARGEST_NUMBER,
    LAST_YEAR,
    LONGEST_TEXT,
    PENDING,
    states,
)
from safeconduct.engine import identifier, literal
from safeconduct.facts import DAY_SUFFIX, Column, FactType

_CODE = "[A-Z]{2}(-[A-Z0-9]{1,3}(/[a-z0-9-]+)?)?"
_TEXTS = frozenset(
    {FactType.KEY, FactType.TEXT, FactType.CODE, FactType.REFERENCE, FactType.PREDICATE,
     FactType.JURISDICTION}
)  # fmt: skip


def blank(column: Column) -> str:
    """Where a text says that there is no value: it is empty, or asked and not yet answered."""
    if column.type not in _TEXTS:
        return "FALSE"
    name = identifier(column.name)
    return f"{name} = ''" + ("" if column.required else f" OR {name} = {literal(PENDING)}")


def wrong(column: Column) -> str:
    """Where the cell cannot stand."""
    name = identifier(column.name)
    match column.type:
        case FactType.INTEGER:
            return f"{name} < 0 OR {name} > {LARGEST_NUMBER}"
        case FactType.DATE:
            return _outside(name)
        case FactType.INSTANT:
            return _wrong_instant(name, identifier(column.name + DAY_SUFFIX))
        case FactType.CODES:
            return f"len(list_filter({name}, lambda one: {_no_code('one', column.codes)})) > 0"
        case FactType.CODE if column.codes:
            return f"NOT ({blank(column)}) AND {_no_code(name, column.codes)}"
        case FactType.JURISDICTION:
            return f"NOT ({blank(column)}) AND {no_jurisdiction(name)}"
        case FactType.BOOLEAN:
            return "FALSE"
        case _:
            # Bytes are counted first: that is cheap, and no text has fewer of them than letters.
            return f"strlen({name}) > {LONGEST_TEXT} AND length({name}) > {LONGEST_TEXT}"


def _no_code(name: str, codes: Sequence[str]) -> str:
    """Whether it is none of the codes; any but an empty one, where the list is open."""
    if not codes:
        return f"({name} IS NULL OR {name} = '')"
    return f"({name} IS NULL OR {name} NOT IN ({', '.join(map(literal, codes))}))"


def no_jurisdiction(name: str) -> str:
    """Whether a text is the code of no State and of no part of one."""
    listed = ", ".join(map(literal, sorted(states())))
    return f"NOT (regexp_full_match({name}, {literal(_CODE)}) AND left({name}, 2) IN ({listed}))"


def _outside(name: str) -> str:
    last = f"TIMESTAMP '{LAST_YEAR}-12-31 23:59:59.999999'"
    return f"{name} NOT BETWEEN TIMESTAMP '{FIRST_YEAR}-01-01' AND {last}"


def _wrong_instant(name: str, day: str) -> str:
    """A moment out of range, or a local day that is the day of that moment nowhere on earth."""
    return (
        f"{_outside(name)} "
        f"OR ({name} IS NOT NULL AND ({day} IS NULL "
        f"OR {day} < CAST({name} - INTERVAL 12 HOUR AS DATE) "
        f"OR {day} > CAST({name} + INTERVAL 14 HOUR AS DATE)))"
    )


def said_of(column: Column, told: str) -> Message:
    """What is wrong with a cell, as it is said of a cell of text."""
    match column.type:
        case FactType.INTEGER:
            return Message.of("clearance.cell-not-a-number", text=told, limit=LARGEST_NUMBER)
        case FactType.DATE:
            return Message.of("clearance.cell-no-such-day", text=told)
        case FactType.INSTANT:
            return Message.of("clearance.cell-no-such-moment", text=told)
        case FactType.CODE | FactType.CODES:
            return Message.of(
                "clearance.cell-not-a-code", text=told, allowed=", ".join(column.codes) or "—"
            )
        case FactType.JURISDICTION:
            return Message.of("clearance.cell-no-jurisdiction", text=told)
        case _:
            return Message.of("clearance.cell-too-long", limit=LONGEST_TEXT)
