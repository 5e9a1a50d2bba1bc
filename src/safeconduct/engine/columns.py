"""The columns of a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.engine.naming import identifier

if TYPE_CHECKING:
    import duckdb


def column_types(connection: duckdb.DuckDBPyConnection, relation: str) -> dict[str, str]:
    """Each column's name and DuckDB type, in order, e.g. ``{"booking": "VARCHAR"}``."""
    described = connection.execute(f"DESCRIBE {identifier(relation)}").fetchall()
    return {name: kind for name, kind, *_ in described}
