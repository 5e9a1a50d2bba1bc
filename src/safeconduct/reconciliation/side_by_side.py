"""Both books side by side: every row beside its counterpart, for people who want to see it all."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from safeconduct.engine import fresh, literal

if TYPE_CHECKING:
    import duckdb

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a book as it is shown; everything None where the side has no such row."""

    booking: str | None
    person: str | None
    place: str | None
    arrived: date | None
    departed: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Matched:
    """Where the rows of two books and their pairs stand in a session, while it lasts.

    Attributes:
        connection: the session.
        ours: our sheet.
        theirs: their sheet.
        alike: table ``ours, theirs`` of lines that are alike.
        groups: lines of the rows that were looked at one by one: ours and theirs of each booking.
        our_absences: our absences by line; empty for none.
        their_absences: theirs.
    """

    connection: duckdb.DuckDBPyConnection
    ours: str
    theirs: str
    alike: str
    groups: Sequence[tuple[Sequence[int], Sequence[int]]]
    our_absences: str = ""
    their_absences: str = ""

    def rows(self) -> Iterator[tuple[Shown, Shown]]:
        """Every row of either book with its counterpart, in the order of booking ids."""
        looked_at = fresh("looked_at")
        self.connection.execute(f"CREATE TABLE {looked_at} (ours BIGINT, theirs BIGINT)")
        pairs = [pair for a, b in self.groups for pair in zip_longest(a, b)]
        for first in range(0, len(pairs), _BATCH):
            values = ", ".join(
                f"({literal(a)}, {literal(b)})" for a, b in pairs[first : first + _BATCH]
            )
            self.connection.execute(f"INSERT INTO {looked_at} VALUES {values}")
        columns = ", ".join(
            f"{row}.booking, {row}.person, {row}.place, {row}.arrived_day, {row}.departed_day,"
            f" {row}.own + {row}.beyond"
            for row in ("o", "t")
        )
        cursor = self.connection.cursor()
        cursor.execute(f"""
            SELECT {columns}
            FROM (SELECT * FROM {self.alike} UNION ALL SELECT * FROM {looked_at}) p
                LEFT JOIN {self.ours} o ON p.ours = o.line
                LEFT JOIN {self.theirs} t ON p.theirs = t.line
            ORDER BY coalesce(o.booking, t.booking), t.booking, o.arrived_day, t.arrived_day""")
        while found := cursor.fetchmany(_BATCH):
            for row in found:
                yield Shown(*row[:6]), Shown(*row[6:])
