"""Rows of facts as they were read: values, and of what is missing, in which way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

Cell = bool | int | str | date | datetime | tuple[str, ...] | None
"""A value. Instants are aware and in UTC; None is a fact that nobody recorded."""


class UnknownKind(StrEnum):
    """Why a fact is not known."""

    NEVER_ASKED = "never-asked"
    PENDING = "pending"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        table: the table's name.
        values: by column, the derived days and States too.
        unknown: for columns without a value that are pending or contradictory, which.
        line: line of the file or row of the sheet; 0 for a row that is not there.
    """

    table: str
    values: Mapping[str, Cell]
    unknown: Mapping[str, UnknownKind] = field(default_factory=lambda: MappingProxyType({}))
    line: int = 0

    def text(self, column: str) -> str:
        """A text value; empty where there is none."""
        value = self.values.get(column)
        return value if isinstance(value, str) else ""

    def instant(self, column: str) -> datetime | None:
        """An instant, or None."""
        value = self.values.get(column)
        return value if isinstance(value, datetime) else None

    def kind_of_unknown(self, column: str) -> UnknownKind:
        """Why the column has no value."""
        return self.unknown.get(column, UnknownKind.NEVER_ASKED)


def nothing_of(table: str) -> Row:
    """What stands for the row of a table that is not there."""
    return Row(table, MappingProxyType({}))
