"""Taking bookings in: the one place where what was written becomes days and instants."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.custody.moments import cut_moment, moment_column, read_moment
from safeconduct.custody.refusals import Once, Reason, judged, one_of, refused_rows
from safeconduct.custody.register import Register
from safeconduct.custody.settling import (
    days_out_of_order,
    instants_out_of_order,
    settle,
    uncertain,
    unreadable,
)
from safeconduct.custody.stored_days import has_stored_days, take_in_stored_days
from safeconduct.custody.zones import ASSUMED_ZONE, Zones, is_zone
from safeconduct.engine import column_types, fresh, identifier, literal

if TYPE_CHECKING:
    import duckdb

_ONE_ROW_A_BOOKING = Once("booking", "custody.booking-duplicate")


def take_in(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    zones: Zones,
    *,
    places: Collection[str] | None = None,
    needs_instants: bool = False,
) -> Register:
    """Read bookings from a relation of the session and refuse the rows that cannot be read.

    Args:
        connection: the session.
        source: name of a relation with the columns ``line``, ``booking``, ``place``,
            ``arrived_at``, ``departed_at`` and, if need be, ``person`` and ``zone``. Moments are
            text, dates, timestamps or timestamps with time zone. Where it has ``arrived_day`` and
            ``departed_day`` of type DATE, these are used as they are.
        zones: the time zones of the places.
        places: the places that may occur; None for any.
        needs_instants: whether a row without certain instants is refused, as the rule
            ``elapsed-24h`` asks.

    Returns:
        The register. Of several rows with one booking id the first that can be read is taken in,
        and the others are refused.
    """
    if has_stored_days(connection, source) and not needs_instants:
        return take_in_stored_days(connection, source, zones, places)
    return _take_moments(connection, source, zones, places, needs_instants)


def _take_moments(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    zones: Zones,
    places: Collection[str] | None,
    needs_instants: bool,
) -> Register:
    read = _read(connection, source, zones)
    named = _named_zones(connection, read)
    settled = settle(connection, read, filter(is_zone, named), "arrived", "departed")
    no_zones = [zone for zone in named if not is_zone(zone)]
    sides = _sides(column_types(connection, source))
    reasons = [*_of_places(places, no_zones), *_of_moments(sides, needs_instants)]
    verdicts = judged(connection, settled, reasons, _ONE_ROW_A_BOOKING)
    register = fresh("bookings")
    connection.execute(f"""
        CREATE TABLE {register} AS
        SELECT line, booking, person, place, zone, arrived_day,
            CASE WHEN departed.kind <> 'blank'
                -- Where clocks go back over midnight, a later instant can bear an earlier date.
                THEN greatest(departed_day, arrived_day) END AS departed_day,
            CASE WHEN arrived_earliest = arrived_latest THEN arrived_earliest END AS arrived_us,
            CASE WHEN departed_earliest = departed_latest THEN departed_earliest END AS departed_us
        FROM {verdicts} WHERE reason IS NULL""")
    refused = refused_rows(connection, verdicts)
    found = (
        *_assumed_zones(connection, verdicts),
        *_other_zones(connection, verdicts, zones),
        *_clocks_out_of_order(connection, verdicts),
    )
    accepted = connection.execute(f"SELECT count(*) FROM {register}").fetchall()[0][0]
    connection.execute(f"DROP TABLE {verdicts}")
    return Register(register, source, accepted, refused, found)


def _read(connection: duckdb.DuckDBPyConnection, source: str, zones: Zones) -> str:
    """Each row's columns as they read, before any zone is applied."""
    types = column_types(connection, source)
    arrived, departed = _sides(types)
    read = fresh("read")
    own_zone = _text("zone") if "zone" in types else "NULL::VARCHAR"
    person = _text("person") if "person" in types else "NULL::VARCHAR"
    connection.execute(f"""
        CREATE TABLE {read} AS
        SELECT *, coalesce(stated_zone, row_zone, {literal(zones.default)}) AS known_zone,
            coalesce(known_zone, '{ASSUMED_ZONE}') AS zone
        FROM (
            SELECT line, {_text("booking")} AS booking, {_text("place")} AS place,
                {person} AS person, {own_zone} AS row_zone,
                {_stated_zone(zones.by_place)} AS stated_zone,
                {read_moment(arrived, types[arrived], "arrived_part")} AS arrived,
                {read_moment(departed, types[departed], "departed_part")} AS departed
            FROM (
                SELECT *, {cut_moment(arrived, types[arrived])} AS arrived_part,
                    {cut_moment(departed, types[departed])} AS departed_part
                FROM {identifier(source)}))""")
    return read


def _text(column: str) -> str:
    return f"nullif(trim({identifier(column)}::VARCHAR), '')"


def _stated_zone(by_place: Mapping[str, str]) -> str:
    cases = " ".join(
        f"WHEN {literal(place)} THEN {literal(zone)}" for place, zone in by_place.items()
    )
    return f"CASE {_text('place')} {cases} END" if cases else "NULL::VARCHAR"


def _named_zones(connection: duckdb.DuckDBPyConnection, read: str) -> list[str]:
    rows = connection.execute(f"SELECT DISTINCT known_zone FROM {read}").fetchall()
    return sorted({zone for (zone,) in rows if zone} | {ASSUMED_ZONE})


def _sides(types: Mapping[str, str]) -> tuple[str, str]:
    """The columns of the arrival and of the departure."""
    return moment_column(types, "arrived_at"), moment_column(types, "departed_at")


def _of_places(places: Collection[str] | None, no_zones: Collection[str]) -> list[Reason]:
    unknown = "false" if places is None else f"NOT {one_of('place', places)}"
    return [
        Reason("booking", "custody.booking-missing", "booking IS NULL"),
        Reason("place", "custody.place-missing", "place IS NULL"),
        Reason("place", "custody.place-unknown", unknown, "place"),
        Reason("zone", "custody.zone-unknown", one_of("known_zone", no_zones), "known_zone"),
    ]


def _of_moments(sides: tuple[str, str], needs_instants: bool) -> list[Reason]:
    arrived, departed = sides
    reasons = [
        Reason(arrived, "custody.arrival-missing", "arrived.kind = 'blank'"),
        *unreadable("arrived", arrived),
        *unreadable("departed", departed),
    ]
    disorder = days_out_of_order("arrived", "departed")
    if needs_instants:
        reasons += [*uncertain("arrived", arrived), *uncertain("departed", departed)]
        disorder += f" OR {instants_out_of_order('arrived', 'departed')}"
    before = "custody.departure-before-arrival"
    return [*reasons, Reason(departed, before, disorder, "departed.text", "arrived.text")]


def _assumed_zones(connection: duckdb.DuckDBPyConnection, verdicts: str) -> tuple[Finding, ...]:
    """Places whose zone nobody named although rows carry an offset."""
    rows = connection.execute(f"""
        SELECT place, count(*) FROM {verdicts}
        WHERE reason IS NULL AND known_zone IS NULL
            AND (arrived.kind = 'instant' OR departed.kind = 'instant')
        GROUP BY place ORDER BY place""").fetchall()
    return tuple(
        Finding(Message.of("custody.zone-assumed", place=place, rows=n, zone=ASSUMED_ZONE))
        for place, n in rows
    )


def _other_zones(
    connection: duckdb.DuckDBPyConnection, verdicts: str, zones: Zones
) -> tuple[Finding, ...]:
    """Rows that name another zone than the one stated for their place."""
    if not zones.by_place:
        return ()
    rows = connection.execute(f"""
        SELECT place, row_zone, stated_zone, count(*) FROM {verdicts}
        WHERE reason IS NULL AND row_zone <> stated_zone GROUP BY ALL ORDER BY ALL""").fetchall()
    return tuple(
        Finding(
            Message.of("custody.zone-differs", place=place, row_zone=own, zone=stated, rows=n),
            Severity.ATTENTION,
        )
        for place, own, stated, n in rows
    )


def _clocks_out_of_order(
    connection: duckdb.DuckDBPyConnection, verdicts: str
) -> tuple[Finding, ...]:
    """Bookings whose clock times run backwards within one day; the day is certain, so they stay."""
    rows = connection.execute(f"""
        SELECT line, booking, arrived.text, departed.text FROM {verdicts}
        WHERE reason IS NULL AND {instants_out_of_order("arrived", "departed")}
        ORDER BY line""").fetchall()
    return tuple(
        Finding(
            Message.of(
                "custody.clock-runs-back", booking=booking, arrived=arrived, departed=departed
            ),
            Severity.NOTE,
            Location(line=line, column="departed_at"),
        )
        for line, booking, arrived, departed in rows
    )
