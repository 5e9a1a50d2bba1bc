"""The shapes of the files that people bring: which columns a table has, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds. Text files hold text, which later readers make sense of."""

    TEXT = "text"
    """An identifier or words."""

    MOMENT = "moment"
    """A day, a clock time or an instant."""

    NUMBER = "number"
    """A quantity."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a table has or may have.

    Attributes:
        name: its heading.
        kind: what it holds.
        required: whether a table without it is wrong.
        instead: heading of a column that can stand in its place; for a moment, one of stored days.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = True
    instead: str = ""


Shape = tuple[Column, ...]

BOOKINGS: Shape = (
    Column("booking"),
    Column("place"),
    Column("arrived_at", Kind.MOMENT, instead="arrived_day"),
    Column("departed_at", Kind.MOMENT, instead="departed_day"),
    Column("person", required=False),
    Column("zone", required=False),
)
"""One person's time in one place a row."""

STATED_BOOKINGS: Shape = (
    *BOOKINGS,
    Column("stated_days", Kind.NUMBER, required=False),
    Column("stated_amount", Kind.NUMBER, required=False),
)
"""Bookings with what a party claims for each."""

ABSENCES: Shape = (
    Column("booking"),
    Column("left_at", Kind.MOMENT, instead="left_day"),
    Column("returned_at", Kind.MOMENT, instead="returned_day"),
)
"""One absence within a booking a row."""

LIMITS: Shape = (
    Column("place", instead="facility"),
    Column("guaranteed_minimum", Kind.NUMBER, required=False),
    Column("capacity", Kind.NUMBER, required=False),
    Column("state", required=False),
    Column("average_daily_population", Kind.NUMBER, required=False),
)
"""What is guaranteed to a place and what it can hold, one place a row."""

PLACE_NAMES: Shape = (Column("place"), Column("facility"))
"""Two names of one place, a pair a row."""


def population(held: str) -> Shape:
    """Persons held, one place and day a row, in the column that ``held`` names."""
    return (
        Column("place", instead="facility"),
        Column("day", Kind.MOMENT),
        Column(held, Kind.NUMBER),
    )
