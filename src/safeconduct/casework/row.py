"""Rows that a node keeps: values of one declared table, with both clocks and their entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

Cell = bool | int | str | date | datetime | tuple[str, ...] | None
"""A value. Instants are aware and keep the offset of their place; None is nobody's knowledge."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One version of a row.

    Attributes:
        agreement: the agreement under which it was stated.
        table: the declared table, of ``facts.TABLES`` or ``facts.KEPT``.
        key: what names the row in its table.
        version: 1 for the first, and one more for each that replaces it.
        values: by column; columns that nobody filled are left out.
        person: the person of whom the row speaks; empty where it speaks of none.
        transfer: the transfer that it belongs to, likewise.
        place: the place that it belongs to, likewise.
        is_open: whether what it tells of still goes on.
        happened_at: when what it tells of happened, aware.
        recorded_at: when it was recorded, aware; never before the row recorded before it.
        entry: the index of the record's entry that states it.
        actor: the identifier of the account that acted.
        actor_name: the account's name on that day, which outlives the account.
    """

    agreement: str
    table: str
    key: str
    version: int
    values: Mapping[str, Cell]
    person: str
    transfer: str
    place: str
    is_open: bool
    happened_at: datetime
    recorded_at: datetime
    entry: int
    actor: str = ""
    actor_name: str = ""

    def text(self, column: str) -> str:
        """A text, code or key; empty where there is none."""
        value = self.values.get(column)
        return value if isinstance(value, str) else ""

    def flag(self, column: str) -> bool | None:
        """Yes, no, or nobody's knowledge."""
        value = self.values.get(column)
        return value if isinstance(value, bool) else None

    def number(self, column: str) -> int | None:
        """A whole number, or None."""
        value = self.values.get(column)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def instant(self, column: str) -> datetime | None:
        """A moment, or None."""
        value = self.values.get(column)
        return value if isinstance(value, datetime) else None

    def day(self, column: str) -> date | None:
        """A day, or None."""
        value = self.values.get(column)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    def codes(self, column: str) -> tuple[str, ...]:
        """Several codes."""
        value = self.values.get(column)
        return value if isinstance(value, tuple) else ()
