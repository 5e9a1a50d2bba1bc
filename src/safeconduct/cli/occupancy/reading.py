"""The files of ``safeconduct occupancy``: a population or bookings, limits, and names."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Finding, Location, Message, Period, Severity, WrongInput
from safeconduct.cli.books import as_finding, open_book
from safeconduct.custody import (
    RULES,
    Counting,
    DayCounts,
    Zones,
    count_days,
    counted_population,
    take_in_limits,
    take_in_population,
)
from safeconduct.engine import fresh
from safeconduct.tables import LIMITS, PLACE_NAMES, Table, load, population, reading

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody import Register


@dataclass(frozen=True, slots=True)
class Read:
    """A relation that was read from a file, and what there is to say of the file.

    Attributes:
        relation: ``place, day, held`` of a population, ``place, guaranteed_minimum, capacity`` of
            limits.
        refused: rows that count nothing.
        findings: what else a person should know of it.
    """

    relation: str
    refused: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class AsBookings:
    """How a file of bookings becomes a population.

    Attributes:
        rule: which of a booking's days count.
        until: cut-off of open bookings.
        zone: time zone of the places.
    """

    rule: DayCountRule
    until: date | None
    zone: str | None


def read_population(
    connection: duckdb.DuckDBPyConnection, file: Path, held: str, window: Period | None
) -> Read:
    """A file that states how many persons each place held on each day."""
    table = load(connection, file, population(held))
    with reading(table.file):
        register = take_in_population(connection, table.relation, held)
    relation = fresh("population")
    days = f"day >= DATE '{window.start}' AND day < DATE '{window.end}'" if window else "true"
    connection.execute(
        f"CREATE VIEW {relation} AS SELECT place, day, held FROM {register.relation} WHERE {days}"
    )
    return Read(relation, _refused(table, register))


def read_bookings(
    connection: duckdb.DuckDBPyConnection, file: Path, asked: AsBookings, window: Period | None
) -> Read:
    """A file of bookings, counted by day.

    Where the window has no first or no last day, its days run from the first, or to the last, on
    which anybody is held: a register says nothing of the days before it begins or after it ends.

    Raises:
        WrongInput: if a side of the window is open and nobody is held.
    """
    needs_instants = RULES[asked.rule].needs_instants
    zones = Zones(default=asked.zone)
    book = open_book(connection, file, None, zones, needs_instants=needs_instants)
    counting = Counting(asked.rule, window=window, until=asked.until)
    counts = count_days(connection, book.bookings, None, counting)
    findings = (*book.findings, *_held_without_end(counts, file))
    return Read(counted_population(counts, _known_days(counts, window)), book.refused, findings)


def _held_without_end(counts: DayCounts, file: Path) -> tuple[Finding, ...]:
    """Open bookings that nothing cuts off count no day: places look emptier than they were."""
    if not counts.open or counts.counting.cut_off is not None:
        return ()
    message = Message.of("cli.occupancy-open", bookings=counts.open)
    return (Finding(message, location=Location(str(file))),)


def _known_days(counts: DayCounts, window: Period | None) -> Period:
    if window and window.start != date.min and window.end != date.max:
        return window
    held = _extent(counts)
    if window is None:
        return held
    return Period(
        held.start if window.start == date.min else window.start,
        held.end if window.end == date.max else window.end,
    )


def _extent(counts: DayCounts) -> Period:
    first, end = counts.connection.execute(
        f"SELECT min(day), max(next_day) FROM {counts.levels}"
    ).fetchall()[0]
    if first is None:
        raise WrongInput(Finding(Message.of("cli.occupancy-nobody"), Severity.ERROR))
    return Period(first, end)


def read_limits(connection: duckdb.DuckDBPyConnection, file: Path) -> tuple[Read, Table]:
    """A file that states what is guaranteed to places and what they hold."""
    table = load(connection, file, LIMITS)
    with reading(table.file):
        register = take_in_limits(connection, table.relation)
    return Read(register.relation, _refused(table, register)), table


def under_other_names(connection: duckdb.DuckDBPyConnection, read: Read, file: Path) -> Read:
    """A population with its places under the names that a file of pairs gives them.

    A pair that names a place or a facility again is refused: one place has one name on each side.
    So is one whose facility is itself a place of the population, whose days would stand twice.
    """
    table = load(connection, file, PLACE_NAMES)
    own = connection.execute(f"SELECT DISTINCT place FROM {read.relation}").fetchall()
    pairs, refused = _pairs(connection, table, {place for (place,) in own})
    names = fresh("names")
    connection.execute(f"CREATE TABLE {names} (place VARCHAR, facility VARCHAR)")
    if pairs:
        connection.executemany(f"INSERT INTO {names} VALUES (?, ?)", pairs)
    relation = fresh("population")
    connection.execute(f"""
        CREATE VIEW {relation} AS
        SELECT coalesce(facility, place) AS place, day, held
        FROM {read.relation} LEFT JOIN {names} USING (place)""")
    return Read(relation, (*read.refused, *refused), read.findings)


def _pairs(
    connection: duckdb.DuckDBPyConnection, table: Table, own: Collection[str]
) -> tuple[Sequence[tuple[str, str]], tuple[Finding, ...]]:
    pairs: dict[str, str] = {}
    refused = [as_finding(row, table.file) for row in table.refused]
    for row in table.rows(connection):
        place, facility = (str(row[name] or "").strip() for name in ("place", "facility"))
        if not place or not facility or place in pairs or facility in pairs.values():
            message = Message.of("cli.names-unusable", place=place, facility=facility)
            refused.append(_located(message, table.file, row["line"]))
        elif facility in own and facility != place:
            message = Message.of("cli.names-taken", place=place, facility=facility)
            refused.append(_located(message, table.file, row["line"]))
        else:
            pairs[place] = facility
    return list(pairs.items()), tuple(refused)


def _located(message: Message, file: str, line: object) -> Finding:
    return Finding(message, location=Location(file, line if isinstance(line, int) else None))


def _refused(table: Table, register: Register) -> tuple[Finding, ...]:
    rows = sorted((*table.refused, *register.refused), key=lambda row: row.line)
    return tuple(as_finding(row, table.file) for row in rows)
