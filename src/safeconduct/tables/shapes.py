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
        stored_day: heading of a column of days that can stand in its place.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = True
    stored_day: str = ""


Shape = tuple[Column, ...]

BOOKINGS: Shape = (
    Column("booking"),
    Column("place"),
    Column("arrived_at", Kind.MOMENT, stored_day="arrived_day"),
    Column("departed_at", Kind.MOMENT, stored_day="departed_day"),
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
    Column("left_at", Kind.MOMENT, stored_day="left_day"),
    Column("returned_at", Kind.MOMENT, stored_day="returned_day"),
)
"""One absence within a booking a row."""
