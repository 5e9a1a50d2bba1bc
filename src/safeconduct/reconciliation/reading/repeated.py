"""Ids that several rows of a book bear."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location, Message
from safeconduct.engine import fresh

if TYPE_CHECKING:
    import duckdb

NAMED = 20
"""So many ids that are used twice are named; their rows are all compared."""


def repeated_ids(connection: duckdb.DuckDBPyConnection, sheet: str) -> str:
    """A table ``booking, rows, first, last``: how many rows bear an id, and on which lines."""
    repeated = fresh("repeated")
    connection.execute(f"""
        CREATE TABLE {repeated} AS
        WITH alike AS (
            -- Whole numbers group several times faster than texts.
            SELECT print_2 AS key FROM {sheet} WHERE booking IS NOT NULL
            GROUP BY key HAVING count(*) > 1)
        SELECT booking, count(*) AS rows, min(line) AS first, max(line) AS last
        FROM {sheet} WHERE booking IS NOT NULL AND print_2 IN (SELECT key FROM alike)
        GROUP BY booking HAVING count(*) > 1""")
    return repeated


def ids_used_twice(
    connection: duckdb.DuckDBPyConnection, repeated: str, file: str
) -> tuple[Finding, ...]:
    """A finding for each of them."""
    rows = connection.execute(
        f"SELECT booking, rows, first, last FROM {repeated} ORDER BY first LIMIT {NAMED}"
    ).fetchall()
    return tuple(
        Finding(
            Message.of("reconciliation.id-used-twice", booking=booking, rows=n, first=first),
            location=Location(file, last, "booking"),
        )
        for booking, n, first, last in rows
    )
