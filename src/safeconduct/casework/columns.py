"""Which declared column a field, a value or a cell belongs to."""

from __future__ import annotations

from functools import cache

from safeconduct.facts import KEPT, TABLES, Column, Table


def table_of(name: str) -> Table:
    """The declared table of that name.

    Raises:
        KeyError: no table is declared under it.
    """
    return TABLES[name] if name in TABLES else KEPT[name]


@cache
def column_of(fact: str) -> Column:
    """The column that ``table.column`` names.

    Raises:
        KeyError: nothing is declared under it.
    """
    table, _, name = fact.partition(".")
    column = table_of(table).column(name)
    if column is None:
        raise KeyError(fact)
    return column


@cache
def columns_of(table: str) -> dict[str, Column]:
    """The columns of a table that rows hold, by name."""
    return {column.name: column for column in table_of(table).written_columns}
