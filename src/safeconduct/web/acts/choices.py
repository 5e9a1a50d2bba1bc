"""What somebody may choose from, where a field names a row that is known."""

from __future__ import annotations

from safeconduct.casework.asking import fields_of
from safeconduct.facts import FactType
from safeconduct.web.acts.questions import Option
from safeconduct.web.reading import Reader

MANY = 400
"""Beyond so many a list serves nobody, and the key is typed."""


def choices_for(asked: type, reading: Reader) -> dict[str, tuple[Option, ...]]:
    """By table, the rows that are open to the actor and to which the fields refer."""
    referred = {
        one.column.refers_to for one in fields_of(asked) if one.column.type is FactType.REFERENCE
    }
    return {table: options for table in referred if (options := _options(table, reading))}


def _options(table: str, reading: Reader) -> tuple[Option, ...]:
    rows = reading.view.rows(table)
    if not 0 < len(rows) <= MANY:
        return ()
    return tuple(Option(row.key, reading.names.of(table, row.key)) for row in rows)
