"""Taking a daily population in: how many persons a place held on each day, as somebody counted."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.custody.moments import cut_moment, read_moment
from safeconduct.custody.refusals import Once, Reason, judged, refused_rows
from safeconduct.custody.register import Register
from safeconduct.custody.settling import unreadable
from safeconduct.engine import column_types, fresh, identifier

if TYPE_CHECKING:
    import duckdb


def take_in_population(connection: duckdb.DuckDBPyConnection, source: str, held: str) -> Register:
    """Read a daily population and refuse the rows that cannot be read.

    Args:
        connection: the session.
        source: name of a relation with the columns ``line``, ``place`` or ``facility``, ``day``
            and the one that ``held`` names, a whole number of persons.
        held: the column that says how many persons were held.

    Returns:
        A register whose relation has ``place VARCHAR, day DATE, held BIGINT``. Of several rows
        for one place and day the first that can be read is taken in.
    """
    types = column_types(connection, source)
    place = "place" if "place" in types else "facility"
    read = fresh("read")
    connection.execute(f"""
        CREATE TABLE {read} AS
        SELECT line, nullif(trim({place}::VARCHAR), '') AS place,
            {read_moment("day", types["day"], "day_part")} AS day_side,
            make_timestamp(struct_extract(day_side, 'wall_us'))::DATE AS day,
            {identifier(held)}::VARCHAR AS written,
            CASE WHEN regexp_full_match(trim(written), '\\d+') THEN try_cast(written AS BIGINT) END
                AS held
        FROM (
            SELECT *, {cut_moment("day", types["day"])} AS day_part FROM {identifier(source)})""")
    once = Once("day", "custody.population-twice", key="place, day")
    verdicts = judged(connection, read, _reasons(held), once)
    relation = fresh("population")
    connection.execute(f"""
        CREATE TABLE {relation} AS SELECT place, day, held FROM {verdicts} WHERE reason IS NULL""")
    refused = refused_rows(connection, verdicts)
    connection.execute(f"DROP TABLE {verdicts}")
    accepted = connection.execute(f"SELECT count(*) FROM {relation}").fetchall()[0][0]
    return Register(relation, source, accepted, refused)


def _reasons(held: str) -> list[Reason]:
    not_a_day = "day_side.kind <> 'bare'"
    return [
        Reason("place", "custody.place-missing", "place IS NULL"),
        *unreadable("day_side", "day"),
        Reason("day", "custody.population-not-a-day", not_a_day, "day_side.text"),
        Reason(held, "custody.population-not-a-number", "held IS NULL", "written"),
    ]
