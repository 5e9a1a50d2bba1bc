"""Names and literals in SQL text.

Values travel as parameters wherever DuckDB takes them. A view, and a relation whose name comes
from a file's own header, take none: what goes into their text passes through here.
"""

from __future__ import annotations

import itertools
from datetime import date

_numbers = itertools.count(1)


def fresh(stem: str) -> str:
    """A relation name that no other relation of the process has, e.g. ``levels_7``."""
    return f"{stem}_{next(_numbers)}"


def identifier(name: str) -> str:
    """A relation's or column's name, quoted."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | int | date | None) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    return "'" + value.replace("'", "''") + "'"
