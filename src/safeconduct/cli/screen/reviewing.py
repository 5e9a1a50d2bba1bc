"""Decisions of reviewers from a table, and the pairs that still wait for one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from safeconduct.basics import Finding
from safeconduct.cli.small_tables import rows_of
from safeconduct.cli.written_files import write_file
from safeconduct.engine import session
from safeconduct.screening import (
    Decision,
    Decisions,
    Screened,
    read_decision,
    standing_decisions,
)
from safeconduct.screening.decisions import COLUMNS
from safeconduct.tables import Column, Kind, Shape

DECISIONS: Shape = tuple(
    Column(name, Kind.MOMENT if name == "decided_at" else Kind.TEXT) for name in COLUMNS
)
"""One decision of one pair a row."""


def read_decisions(file: str) -> tuple[Decisions, tuple[Finding, ...]]:
    """The decisions of a table, and findings on rows that decide nothing.

    Raises:
        WrongInput: if the file as a whole cannot be read.
    """
    with session() as connection:
        rows, refused = rows_of(connection, file, DECISIONS)
    read = [read_decision(row.cells, file, row.line) for row in rows]
    standing, contradicting = standing_decisions(
        (one for one in read if isinstance(one, Decision)), file
    )
    unread = tuple(one for one in read if isinstance(one, Finding))
    return standing, (*refused, *unread, *contradicting)


def write_open(file: str, screened: Iterable[Screened]) -> None:
    """Write a table of decisions with a row for each candidate that waits for one.

    Raises:
        WrongInput: if the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in screened:
        for candidate in one.candidates:
            if candidate.decision is None:
                record = candidate.record
                pair = (one.person.ref, one.person.version, record.ref, record.version)
                writer.writerow((*pair, "", "", "", ""))
    write_file(Path(file), text.getvalue())
