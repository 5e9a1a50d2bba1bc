"""Loading what a test writes down."""

from __future__ import annotations

from pathlib import Path

from safeconduct.basics import Finding, WrongInput
from safeconduct.engine import session
from safeconduct.tables import BOOKINGS, Shape, Table, load

HEADINGS = "booking,place,arrived_at,departed_at"


def table(file: Path, shape: Shape = BOOKINGS) -> tuple[Table, list[dict[str, object]]]:
    """A file's table and its rows."""
    with session() as connection:
        loaded = load(connection, file, shape)
        return loaded, list(loaded.rows(connection))


def why_wrong(file: Path, shape: Shape = BOOKINGS) -> Finding:
    """Why a file as a whole is wrong.

    Raises:
        AssertionError: if it is not.
    """
    try:
        table(file, shape)
    except WrongInput as wrong:
        (finding,) = wrong.findings
        return finding
    raise AssertionError(f"{file.name} was loaded")


def refusals(loaded: Table) -> list[tuple[int, str, str]]:
    """Line, column and reason of each refused row."""
    return [
        (row.line, row.column, row.message.code.removeprefix("tables.")) for row in loaded.refused
    ]
