"""The dates of a book's rows, by the intake of custody; each side of a faulty row by itself.

A count refuses a row whose departure cannot be read. A reconciliation reads what can be read of
it, for the other party's row may be its counterpart; such a row counts no day of its own.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message
from safeconduct.custody import Refused, Register, Zones, take_in
from safeconduct.engine import fresh
from safeconduct.reconciliation.reading.plain import PlainRows
from safeconduct.reconciliation.reading.stored import register_of_stored_days

if TYPE_CHECKING:
    import duckdb

NO_PLACE = "–"
"""Stands for a place that a row leaves blank, so that its dates can be read."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The rows of a book with their days.

    Attributes:
        register: the rows that can be counted; their line stands in the place of the booking id,
            since ids may be missing or used twice.
        sides: table ``line, arrived_day, departed_day`` of the rows that cannot be counted, with
            whichever side can be read; None where there is no such row.
        faulty: these rows, with what is wrong.
    """

    register: Register
    sides: str | None
    faulty: tuple[Refused, ...]


def date_rows(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, zones: Zones, *, needs_instants: bool
) -> Dated:
    """Read the moments of every row."""
    if plain.stores_days and not needs_instants:
        register = register_of_stored_days(connection, plain, zones)
    else:
        numbered = _numbered(connection, plain)
        register = take_in(connection, numbered, zones, needs_instants=needs_instants)
    if not register.refused:
        return Dated(register, None, ())
    lines = [row.line for row in register.refused]
    return Dated(register, _sides(connection, plain, zones, lines), register.refused)


def _numbered(connection: duckdb.DuckDBPyConnection, plain: PlainRows) -> str:
    view = fresh("numbered")
    connection.execute(f"""
        CREATE VIEW {view} AS
        SELECT line, line::VARCHAR AS booking, coalesce(place, '{NO_PLACE}') AS place, person, zone,
            {plain.arrived}, {plain.departed}
        FROM {plain.relation}""")
    return view


def _sides(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, zones: Zones, lines: Sequence[int]
) -> str:
    listed = ", ".join(str(line) for line in lines)
    days = {}
    for side in (plain.arrived, plain.departed):
        view = fresh("one_side")
        connection.execute(f"""
            CREATE VIEW {view} AS
            SELECT line, line::VARCHAR AS booking, coalesce(place, '{NO_PLACE}') AS place, person,
                zone, {side} AS {plain.arrived}, CASE WHEN false THEN {side} END AS {plain.departed}
            FROM {plain.relation} WHERE line IN ({listed}) AND {side} IS NOT NULL""")
        days[side] = take_in(connection, view, zones).relation
    sides = fresh("sides")
    connection.execute(f"""
        CREATE TABLE {sides} AS
        SELECT line, a.arrived_day AS arrived_day, d.arrived_day AS departed_day
        FROM (SELECT line FROM {plain.relation} WHERE line IN ({listed}))
            LEFT JOIN {days[plain.arrived]} a USING (line)
            LEFT JOIN {days[plain.departed]} d USING (line)""")
    return sides


def named(message: Message, booking: str) -> Message:
    """A sentence of the intake, with the booking's own id in place of its line."""
    if "booking" not in message.parameters:
        return message
    return Message(message.code, {**message.parameters, "booking": booking})


def located(file: str, row: Refused) -> Finding:
    """A finding at the row."""
    return Finding(row.message, location=Location(file, row.line, row.column))
