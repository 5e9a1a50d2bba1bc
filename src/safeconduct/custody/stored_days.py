"""Bookings whose days are stored: used as they are, from where they lie, with no copy made."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from safeconduct.custody.moments import is_remote
from safeconduct.custody.refusals import Reason, one_of, refused_rows, write_faults
from safeconduct.custody.register import Register
from safeconduct.custody.zones import ASSUMED_ZONE, is_zone
from safeconduct.engine import column_types, fresh, identifier, literal

if TYPE_CHECKING:
    import duckdb

    from safeconduct.custody.zones import Zones


def has_stored_days(connection: duckdb.DuckDBPyConnection, source: str) -> bool:
    """Whether the relation has both day columns, as dates."""
    types = column_types(connection, source)
    return types.get("arrived_day") == types.get("departed_day") == "DATE"


def take_in_stored_days(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    zones: Zones,
    places: Collection[str] | None,
) -> Register:
    """Make a register that is a view of the source, without the rows that are refused.

    The days are days of the place already, so that no zone is asked for; the zone is carried
    along for absences that are given as instants.
    """
    rows = _named(connection, source)
    no_zones = [zone for zone in _known_zones(connection, rows, zones) if not is_zone(zone)]
    faults = write_faults(connection, rows, _reasons(places, zones, no_zones))
    if not _is_in_order(connection, rows):
        _add_duplicates(connection, rows, faults)
    refused = refused_rows(connection, faults)
    register = fresh("bookings")
    sound = f"WHERE line NOT IN (SELECT line FROM {faults})" if refused else ""
    connection.execute(f"""
        CREATE VIEW {register} AS
        SELECT line, booking, person, place, {_zone(zones)} AS zone,
            arrived_day, departed_day, NULL::BIGINT AS arrived_us, NULL::BIGINT AS departed_us
        FROM {rows} {sound}""")
    all_rows = connection.execute(f"SELECT count(*) FROM {identifier(source)}").fetchall()[0][0]
    return Register(register, source, all_rows - len(refused), refused)


def _named(connection: duckdb.DuckDBPyConnection, source: str) -> str:
    """The source with its identifiers as text."""
    types = column_types(connection, source)
    person = "person::VARCHAR" if "person" in types else "NULL::VARCHAR"
    zone = "zone::VARCHAR" if "zone" in types else "NULL::VARCHAR"
    return f"""(
        SELECT line, booking::VARCHAR AS booking, place::VARCHAR AS place, {person} AS person,
            {zone} AS row_zone, arrived_day, departed_day
        FROM {identifier(source)})"""


def _zone(zones: Zones) -> str:
    stated = " ".join(f"WHEN {literal(p)} THEN {literal(z)}" for p, z in zones.by_place.items())
    by_place = f"CASE place {stated} END" if stated else "NULL"
    return f"coalesce({by_place}, row_zone, {literal(zones.default or ASSUMED_ZONE)})"


def _known_zones(connection: duckdb.DuckDBPyConnection, rows: str, zones: Zones) -> Sequence[str]:
    found = connection.execute(f"SELECT DISTINCT {_zone(zones)} FROM {rows}").fetchall()
    return [zone for (zone,) in found]


def _reasons(
    places: Collection[str] | None, zones: Zones, no_zones: Collection[str]
) -> Sequence[Reason]:
    unknown = "false" if places is None else f"NOT {one_of('place', places)}"
    return [
        Reason("booking", "custody.booking-missing", "booking IS NULL OR booking = ''"),
        Reason("place", "custody.place-missing", "place IS NULL OR place = ''"),
        Reason("place", "custody.place-unknown", unknown, "place"),
        Reason("zone", "custody.zone-unknown", one_of(_zone(zones), no_zones), _zone(zones)),
        Reason("arrived_day", "custody.arrival-missing", "arrived_day IS NULL"),
        Reason("arrived_day", "custody.moment-remote", is_remote("arrived_day"), "arrived_day"),
        Reason("departed_day", "custody.moment-remote", is_remote("departed_day"), "departed_day"),
        Reason(
            "departed_day",
            "custody.departure-before-arrival",
            "departed_day < arrived_day",
            "departed_day",
            "arrived_day",
        ),
    ]


def _is_in_order(connection: duckdb.DuckDBPyConnection, rows: str) -> bool:
    """Whether each booking id is greater than the one before it, so that none can come twice.

    Registers are mostly written in the order of their ids, and this reads them once, row after
    row, in no memory; grouping ten million ids takes several times as long and much memory.
    """
    disorder, last, count = connection.execute(f"""
        SELECT count(*) FILTER (before IS NOT NULL AND NOT booking > before), max(number), count(*)
        FROM (
            SELECT booking, lag(booking) OVER () AS before, row_number() OVER () AS number
            FROM {rows})""").fetchall()[0]
    # One unbroken numbering shows that the rows came as one sequence, whatever its order.
    return bool(disorder == 0 and last == count)


def _add_duplicates(connection: duckdb.DuckDBPyConnection, rows: str, faults: str) -> None:
    """Refuse every row whose booking id an earlier sound row has."""
    connection.execute(f"""
        INSERT INTO {faults}
        WITH sound AS (
            SELECT line, booking FROM {rows} WHERE line NOT IN (SELECT line FROM {faults})),
        repeated AS (
            SELECT booking, min(line) AS first_line FROM sound GROUP BY booking HAVING count(*) > 1)
        SELECT line, 'booking', 'custody.booking-duplicate', booking, first_line::VARCHAR
        FROM sound JOIN repeated USING (booking) WHERE line > first_line""")
