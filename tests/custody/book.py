"""What tests write down of a register, and how they count it."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import duckdb

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.custody import (
    RULES,
    Counting,
    DayCounts,
    Register,
    Zones,
    count_days,
    take_in,
    take_in_absences,
)
from safeconduct.engine import literal, session

BookingRow = tuple[str, str, str, str, str]
"""``booking, place, arrived_at, departed_at, person`` as a file writes them."""

AbsenceRow = tuple[str, str, str]
"""``booking, left_at, returned_at`` as a file writes them."""


@dataclass(frozen=True, slots=True)
class Book:
    """A register as text; the row with index 0 stands on line 2, below the headings."""

    bookings: Sequence[BookingRow]
    absences: Sequence[AbsenceRow] = ()
    zones: Zones = field(default_factory=lambda: Zones(default="UTC"))


def booking(
    arrived: str, departed: str = "", id_: str = "B1", place: str = "P1", person: str = ""
) -> BookingRow:
    """A row of a register."""
    return (id_, place, arrived, departed, person)


def write(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: str,
    rows: Sequence[tuple[str, ...]],
    lines: Sequence[int] | None = None,
) -> str:
    """A table of text as a file loads into the session."""
    listed = ", ".join(f"{column} VARCHAR" for column in columns.split())
    connection.execute(f"CREATE TABLE {name} (line BIGINT, {listed})")
    numbers = lines or range(2, len(rows) + 2)
    if rows:
        written: list[tuple[int | str, ...]] = [
            (number, *row) for number, row in zip(numbers, rows, strict=True)
        ]
        values = ", ".join(f"({', '.join(literal(cell) for cell in row)})" for row in written)
        connection.execute(f"INSERT INTO {name} VALUES {values}")
    return name


@contextmanager
def taken_in(
    book: Book, *, needs_instants: bool = False, places: Sequence[str] | None = None
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Register, Register | None]]:
    """The book in a session of its own."""
    with session() as connection:
        columns = "booking place arrived_at departed_at person"
        source = write(connection, "bookings_file", columns, book.bookings)
        register = take_in(
            connection, source, book.zones, places=places, needs_instants=needs_instants
        )
        absences = None
        if book.absences:
            away = write(connection, "absences_file", "booking left_at returned_at", book.absences)
            absences = take_in_absences(connection, away, register)
        yield connection, register, absences


@contextmanager
def counted(
    book: Book,
    rule: str = "arrival-not-departure",
    window: Period | None = None,
    until: date | None = None,
    nights: int | None = 0,
) -> Iterator[DayCounts]:
    """The days of the book."""
    counting = Counting(DayCountRule(rule), nights, window, until)
    needs_instants = RULES[counting.rule].needs_instants
    with taken_in(book, needs_instants=needs_instants) as (connection, register, absences):
        yield count_days(connection, register, absences, counting)


def days(book: Book, rule: str = "arrival-not-departure", **asked: object) -> int:
    """The number of days of the book."""
    with counted(book, rule, **asked) as counts:  # type: ignore[arg-type]
        return counts.days
