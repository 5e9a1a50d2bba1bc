"""The answered dispute file, in any of the formats that tables come in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.cli.small_tables import as_text
from safeconduct.reconciliation.disputes import (
    ANSWER_COLUMNS,
    COLUMNS,
    Answered,
    Cells,
    Dispute,
    read_answers,
)
from safeconduct.tables import Column, Shape, load

if TYPE_CHECKING:
    import duckdb

DISPUTE: Shape = tuple(Column(name, required=name not in ANSWER_COLUMNS[1:]) for name in COLUMNS)
"""A disputed line a row; of the columns for answers only ``answer`` must be there."""


def read_answered(
    connection: duckdb.DuckDBPyConnection, file: str, dispute: Dispute
) -> tuple[Answered, ...]:
    """The answers in a file.

    Raises:
        WrongInput: if the file cannot be read, answers another dispute or is not of the form.
    """
    table = load(connection, Path(file), DISPUTE)
    rows = [
        Cells(
            table.file,
            int(str(cells["line"])),
            {name: as_text(value).strip() for name, value in cells.items() if name != "line"},
        )
        for cells in table.rows(connection)
    ]
    return read_answers(dispute, rows)
