"""Settling a moment: its day in the zone of the place, and the instants that it can mean."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from safeconduct.custody.refusals import Reason
from safeconduct.custody.zones import ZoneTables, load_zones
from safeconduct.engine import fresh

if TYPE_CHECKING:
    import duckdb


def settle(
    connection: duckdb.DuckDBPyConnection, read: str, zones: Iterable[str], *sides: str
) -> str:
    """A table of the rows of ``read`` with four columns more for each side.

    For a side ``arrived`` they are ``arrived_day``, ``arrived_earliest`` and ``arrived_latest``
    (microseconds since 1970 in UTC; NULL for a bare day) and ``arrived_exists`` (``exact``,
    ``twice`` or ``never``, for a clock time).

    Args:
        connection: the session.
        read: relation with a column ``zone`` and a struct from ``read_moment`` for each side.
        zones: the zones that occur in it and exist.
        sides: names of the structs.
    """
    tables = load_zones(connection, iter(zones), *_years(connection, read, sides))
    settled = fresh("settled")
    kinds = {side: _kinds(connection, read, side) for side in sides}
    columns = ", ".join(_columns(side, kinds[side]) for side in sides)
    joins = " ".join(_joins(side, kinds[side], tables) for side in sides)
    connection.execute(f"CREATE TABLE {settled} AS SELECT r.*, {columns} FROM {read} r {joins}")
    for spent in (read, tables.instants, tables.walls):
        connection.execute(f"DROP TABLE {spent}")
    return settled


def _years(
    connection: duckdb.DuckDBPyConnection, read: str, sides: tuple[str, ...]
) -> tuple[int, int]:
    """The years of the moments that can be read, and one more on either side."""
    walls = " UNION ALL ".join(
        f"SELECT {side}.wall_us FROM {read} WHERE {side}.kind IN ('bare', 'local', 'instant')"
        for side in sides
    )
    first, last = connection.execute(
        f"SELECT year(make_timestamp(min(wall_us))), year(make_timestamp(max(wall_us)))"
        f" FROM ({walls}) AS walls(wall_us)"
    ).fetchall()[0]
    return (first or 1970) - 1, (last or 1970) + 1


def _kinds(connection: duckdb.DuckDBPyConnection, read: str, side: str) -> frozenset[str]:
    """The kinds of moments that occur; a join with a zone is made for those that ask for it."""
    rows = connection.execute(f"SELECT DISTINCT {side}.kind FROM {read}").fetchall()
    return frozenset(kind for (kind,) in rows)


def _joins(side: str, kinds: frozenset[str], tables: ZoneTables) -> str:
    utc = f"r.{side}.wall_us - r.{side}.offset_us"
    joins = {
        "local": _join(tables.walls, f"{side}_walls", f"r.{side}.wall_us"),
        "instant": _join(tables.instants, f"{side}_instants", utc),
    }
    return " ".join(join for kind, join in joins.items() if kind in kinds)


def _join(table: str, alias: str, value: str) -> str:
    """A zone has few rows, so that a hash on the zone and a comparison beat any sorting."""
    return f"""
        LEFT JOIN {table} {alias} ON r.zone = {alias}.zone
            AND {value} >= {alias}.from_us AND {value} < {alias}.to_us"""


def _columns(side: str, kinds: frozenset[str]) -> str:
    written, utc = f"r.{side}.wall_us", f"r.{side}.wall_us - r.{side}.offset_us"
    local, instant = f"{side}_walls", f"{side}_instants"
    offset = f"{instant}.offset_us" if "instant" in kinds else "NULL::BIGINT"
    earliest = f"{local}.earliest_us" if "local" in kinds else "NULL::BIGINT"
    latest = f"{local}.latest_us" if "local" in kinds else "NULL::BIGINT"
    exists = f"{local}.kind" if "local" in kinds else "NULL::VARCHAR"
    return f"""
        make_timestamp(CASE WHEN r.{side}.kind = 'instant' THEN {utc} + {offset}
            ELSE {written} END)::DATE AS {side}_day,
        CASE r.{side}.kind WHEN 'local' THEN {written} - {earliest}
            WHEN 'instant' THEN {utc} END AS {side}_earliest,
        CASE r.{side}.kind WHEN 'local' THEN {written} - {latest}
            WHEN 'instant' THEN {utc} END AS {side}_latest,
        CASE WHEN r.{side}.kind = 'local' THEN {exists} END AS {side}_exists"""


def unreadable(side: str, column: str) -> list[Reason]:
    """Why a moment that is not blank cannot be read."""
    return [
        Reason(column, "custody.moment-unreadable", f"{side}.kind = 'unreadable'", f"{side}.text"),
        Reason(column, "custody.moment-impossible", f"{side}.kind = 'impossible'", f"{side}.text"),
        Reason(column, "custody.moment-remote", f"{side}.kind = 'remote'", f"{side}.text"),
    ]


def uncertain(side: str, column: str) -> list[Reason]:
    """Why a moment that can be read is no certain instant."""
    text = f"{side}.text"
    return [
        Reason(column, "custody.instant-missing", f"{side}.kind = 'bare'", text),
        Reason(column, "custody.clock-never", f"{side}_exists = 'never'", text, "zone"),
        Reason(column, "custody.clock-twice", f"{side}_exists = 'twice'", text, "zone"),
    ]


def days_out_of_order(earlier: str, later: str) -> str:
    """SQL that is true where the later moment's day comes first.

    Where clocks go back over midnight, a later instant can bear an earlier date: instants that
    are in order settle it.
    """
    in_order = f"coalesce({later}_latest >= {earlier}_earliest, false)"
    return f"coalesce({later}_day < {earlier}_day AND NOT {in_order}, false)"


def instants_out_of_order(earlier: str, later: str) -> str:
    """SQL that is true where no reading of the two moments puts them in their order."""
    return f"coalesce({later}_latest < {earlier}_earliest, false)"
