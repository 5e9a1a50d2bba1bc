"""Taking absences in: each belongs to a booking of the register and to that booking's zone."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message
from safeconduct.custody.moments import cut_moment, is_remote, moment_column, read_moment
from safeconduct.custody.refusals import Reason, judged, refused_rows, write_faults
from safeconduct.custody.register import Refused, Register
from safeconduct.custody.settling import days_out_of_order, settle, unreadable
from safeconduct.custody.zones import is_zone
from safeconduct.engine import column_types, fresh, identifier

if TYPE_CHECKING:
    import duckdb


def take_in_absences(
    connection: duckdb.DuckDBPyConnection, source: str, register: Register
) -> Register:
    """Read absences from a relation of the session and refuse the rows that cannot be read.

    Args:
        connection: the session.
        source: name of a relation with the columns ``line``, ``booking``, ``left_at``,
            ``returned_at`` (blank: as long as the booking lasts). Where it has ``left_day`` and
            ``returned_day`` instead, these are read.
        register: the bookings that the absences belong to.

    Returns:
        The absences. Those that begin before their booking, last beyond it or overlap another
        are taken in, and a finding names each.
    """
    types = column_types(connection, source)
    if types.get("left_day") == types.get("returned_day") == "DATE":
        relation, refused = _take_stored_days(connection, source, register)
    else:
        relation, refused = _take_moments(connection, source, register)
    accepted = connection.execute(f"SELECT count(*) FROM {relation}").fetchall()[0][0]
    found = _outside(connection, relation) + _overlapping(connection, relation)
    return Register(relation, source, accepted, refused, found)


def _take_moments(
    connection: duckdb.DuckDBPyConnection, source: str, register: Register
) -> tuple[str, tuple[Refused, ...]]:
    verdicts = judged(connection, _settled(connection, source, register), _reasons())
    relation = fresh("absences")
    connection.execute(f"""
        CREATE TABLE {relation} AS
        SELECT line, booking, place, arrived_day, departed_day, left_side_day AS left_day,
            CASE WHEN back_side.kind <> 'blank' THEN greatest(back_side_day, left_side_day) END
                AS returned_day,
            {_IS_SINGLE}
        FROM {verdicts} WHERE reason IS NULL""")
    refused = refused_rows(connection, verdicts)
    connection.execute(f"DROP TABLE {verdicts}")
    return relation, refused


def _take_stored_days(
    connection: duckdb.DuckDBPyConnection, source: str, register: Register
) -> tuple[str, tuple[Refused, ...]]:
    """Days that a file stores need no zone and no reading, only their bookings beside them."""
    relation = fresh("absences")
    connection.execute(f"""
        CREATE TABLE {relation} AS
        SELECT a.line, a.booking, b.booking IS NOT NULL AS is_known, b.place, b.arrived_day,
            b.departed_day, left_day, returned_day, {_IS_SINGLE.replace("booking", "a.booking")}
        FROM (
            SELECT line, booking::VARCHAR AS booking, left_day, returned_day
            FROM {identifier(source)}) a
        LEFT JOIN {register.relation} b ON b.booking = a.booking""")
    faults = write_faults(connection, relation, _stored_reasons())
    refused = refused_rows(connection, faults)
    connection.execute(f"DELETE FROM {relation} WHERE line IN (SELECT line FROM {faults})")
    return relation, refused


# Where a refused row had the booking too, this errs towards looking closer.
_IS_SINGLE = "count(*) OVER (PARTITION BY booking) = 1 AS is_single"


def _settled(connection: duckdb.DuckDBPyConnection, source: str, register: Register) -> str:
    """The absences beside their bookings, with the days that they name."""
    types = column_types(connection, source)
    left, back = moment_column(types, "left_at"), moment_column(types, "returned_at")
    read = fresh("read")
    connection.execute(f"""
        CREATE TABLE {read} AS
        SELECT a.line, a.id AS booking, b.booking AS known, b.place, b.zone, b.arrived_day,
            b.departed_day, left_side, back_side
        FROM (
            SELECT line, nullif(trim(booking::VARCHAR), '') AS id,
                {read_moment(left, types[left], "left_part")} AS left_side,
                {read_moment(back, types[back], "back_part")} AS back_side
            FROM (
                SELECT *, {cut_moment(left, types[left])} AS left_part,
                    {cut_moment(back, types[back])} AS back_part
                FROM {identifier(source)})) a
        LEFT JOIN {register.relation} b ON b.booking = a.id""")
    return settle(connection, read, _zones(connection, register), "left_side", "back_side")


def _zones(connection: duckdb.DuckDBPyConnection, register: Register) -> list[str]:
    rows = connection.execute(f"SELECT DISTINCT zone FROM {register.relation}").fetchall()
    return sorted(zone for (zone,) in rows if is_zone(zone))


def _reasons() -> list[Reason]:
    return [
        Reason("booking", "custody.booking-missing", "booking IS NULL"),
        Reason("booking", "custody.absence-without-booking", "known IS NULL", "booking"),
        Reason("left_at", "custody.leaving-missing", "left_side.kind = 'blank'"),
        *unreadable("left_side", "left_at"),
        *unreadable("back_side", "returned_at"),
        Reason(
            "returned_at",
            "custody.return-before-leaving",
            days_out_of_order("left_side", "back_side"),
            "back_side.text",
            "left_side.text",
        ),
    ]


def _stored_reasons() -> list[Reason]:
    return [
        Reason("booking", "custody.booking-missing", "coalesce(booking, '') = ''"),
        Reason("booking", "custody.absence-without-booking", "NOT is_known", "booking"),
        Reason("left_day", "custody.leaving-missing", "left_day IS NULL"),
        Reason("left_day", "custody.moment-remote", is_remote("left_day"), "left_day"),
        Reason("returned_day", "custody.moment-remote", is_remote("returned_day"), "returned_day"),
        Reason(
            "returned_day",
            "custody.return-before-leaving",
            "returned_day < left_day",
            "returned_day",
            "left_day",
        ),
    ]


def _outside(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[Finding, ...]:
    """Absences that begin before their booking or last beyond it."""
    rows = connection.execute(f"""
        SELECT line, booking FROM {relation}
        WHERE left_day < arrived_day OR left_day > departed_day OR returned_day > departed_day
        ORDER BY line""").fetchall()
    return tuple(
        Finding(
            Message.of("custody.absence-outside-booking", booking=booking),
            location=Location(line=line, column="left_at"),
        )
        for line, booking in rows
    )


def _overlapping(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[Finding, ...]:
    """Absences of which an earlier one of the same booking shares a night."""
    rows = connection.execute(f"""
        SELECT line, booking FROM (
            SELECT *, max(coalesce(returned_day, DATE '9999-12-31')) OVER (
                PARTITION BY booking ORDER BY left_day, line
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier_return
            FROM {relation} WHERE NOT is_single)
        WHERE left_day < earlier_return ORDER BY line""").fetchall()
    return tuple(
        Finding(
            Message.of("custody.absence-overlaps", booking=booking),
            location=Location(line=line, column="left_at"),
        )
        for line, booking in rows
    )
