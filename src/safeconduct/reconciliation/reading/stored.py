"""Rows whose days are stored: read where they lie, with no copy and no join.

There is no moment to be read, so that nothing of the intake is needed; what it would refuse is
refused here for the same reasons, except a booking id that occurs twice.
"""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.basics import Message
from safeconduct.custody import Refused, Register, Zones
from safeconduct.custody.moments import FIRST_YEAR, LAST_YEAR
from safeconduct.engine import fresh, literal
from safeconduct.reconciliation.reading.plain import ODD_DAYS, PlainRows

if TYPE_CHECKING:
    import duckdb

UNZONED = "UTC"
"""The zone of stored days that name none; it is asked for by absences that are instants."""


def register_of_stored_days(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, zones: Zones
) -> Register:
    """The rows as a register, with the columns of the plain rows beside its own.

    ``booking`` is the line; the id that the file has stands in ``id``.
    """
    refused = _refused(connection, plain)
    relation = fresh("stored")
    lines = ", ".join(str(row.line) for row in refused)
    stated = " ".join(f"WHEN {literal(p)} THEN {literal(z)}" for p, z in zones.by_place.items())
    by_place = f"CASE place {stated} END" if stated else "NULL"
    zone = f"coalesce({by_place}, zone, {literal(zones.default or UNZONED)})"
    connection.execute(f"""
        CREATE VIEW {relation} AS
        SELECT * REPLACE (line::VARCHAR AS booking, {zone} AS zone), booking AS id,
            NULL::BIGINT AS arrived_us, NULL::BIGINT AS departed_us
        FROM {plain.relation} {f"WHERE line NOT IN ({lines})" if lines else ""}""")
    return Register(relation, plain.relation, plain.rows - len(refused), refused)


def _refused(connection: duckdb.DuckDBPyConnection, plain: PlainRows) -> tuple[Refused, ...]:
    if plain.survey is not None and not plain.survey.has_odd:
        return ()
    rows = connection.execute(f"""
        SELECT line, arrived_day, departed_day FROM {plain.relation}
        WHERE {ODD_DAYS} ORDER BY line""").fetchall()
    return tuple(_reason(*row) for row in rows)


def _reason(line: int, arrived: object, departed: object) -> Refused:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    if arrived is None:
        return Refused(
            line, "arrived_day", Message.of("custody.arrival-missing", text="", other="")
        )
    for column, day in (("arrived_day", arrived), ("departed_day", departed)):
        if day is not None and getattr(day, "year", 0) not in years:
            message = Message.of("custody.moment-remote", text=str(day), other="")
            return Refused(line, column, message)
    message = Message.of("custody.departure-before-arrival", text=str(departed), other=str(arrived))
    return Refused(line, "departed_day", message)
