"""Taking in what is guaranteed to each place and what it can hold."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.custody.refusals import Once, Reason, judged, refused_rows
from safeconduct.custody.register import Register
from safeconduct.engine import column_types, fresh, identifier

if TYPE_CHECKING:
    import duckdb


def take_in_limits(connection: duckdb.DuckDBPyConnection, source: str) -> Register:
    """Read the guaranteed minimum and the capacity of places and refuse what cannot be read.

    Args:
        connection: the session.
        source: name of a relation with the columns ``line``, ``place`` or ``facility`` and, if
            need be, ``guaranteed_minimum`` and ``capacity``, whole numbers or blank.

    Returns:
        A register whose relation has ``place VARCHAR, guaranteed_minimum BIGINT,
        capacity BIGINT``, both NULL where nothing is stated.
    """
    types = column_types(connection, source)
    place = "place" if "place" in types else "facility"
    read = fresh("read")
    numbers = ", ".join(
        f"nullif(trim({identifier(name)}::VARCHAR), '') AS {name}_written"
        if name in types
        else f"NULL::VARCHAR AS {name}_written"
        for name in ("guaranteed_minimum", "capacity")
    )
    connection.execute(f"""
        CREATE TABLE {read} AS
        SELECT line, nullif(trim({place}::VARCHAR), '') AS place, {numbers},
            {_whole("guaranteed_minimum_written")} AS guaranteed_minimum,
            {_whole("capacity_written")} AS capacity
        FROM {identifier(source)}""")
    verdicts = judged(connection, read, _reasons(), Once("place", "custody.limit-twice"))
    relation = fresh("limits")
    connection.execute(f"""
        CREATE TABLE {relation} AS
        SELECT place, guaranteed_minimum, capacity FROM {verdicts} WHERE reason IS NULL""")
    refused = refused_rows(connection, verdicts)
    connection.execute(f"DROP TABLE {verdicts}")
    accepted = connection.execute(f"SELECT count(*) FROM {relation}").fetchall()[0][0]
    return Register(relation, source, accepted, refused)


def _whole(written: str) -> str:
    return f"CASE WHEN regexp_full_match({written}, '\\d+') THEN try_cast({written} AS BIGINT) END"


def _reasons() -> list[Reason]:
    return [
        Reason("place", "custody.place-missing", "place IS NULL"),
        *(
            Reason(
                name,
                "custody.limit-not-a-number",
                f"{name}_written IS NOT NULL AND {name} IS NULL",
                f"{name}_written",
            )
            for name in ("guaranteed_minimum", "capacity")
        ),
    ]
