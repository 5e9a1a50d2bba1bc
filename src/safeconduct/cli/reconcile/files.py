"""The files of a reconciliation: two books, their absences, and what both are billed for alike."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.agreement import Agreement, PerAct
from safeconduct.basics import Finding
from safeconduct.cli.books import as_finding
from safeconduct.cli.small_tables import ACTS, INDICES, PLACES, rows_of
from safeconduct.compensation import Indices, read_acts, read_indices, read_places
from safeconduct.reconciliation import (
    BookFile,
    Headcounts,
    Inputs,
    Reconciliation,
    Side,
    hold_headcounts,
)
from safeconduct.tables import ABSENCES, STATED_BOOKINGS, Column, Kind, Shape, load

if TYPE_CHECKING:
    import duckdb


HEADCOUNTS: Shape = (
    Column("place"),
    Column("day", Kind.MOMENT),
    Column("held", Kind.NUMBER),
    Column("counted_by", required=False),
)
"""Heads counted at a place on a day."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files that a person names on the command line; empty for none.

    Attributes:
        ours: our book.
        theirs: the other party's book.
        absences: our absences.
        their_absences: theirs.
        places: places made available.
        acts: acts done.
        indices: index figures.
    """

    ours: str
    theirs: str
    absences: str = ""
    their_absences: str = ""
    places: str = ""
    acts: str = ""
    indices: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Every path, so that none of them is written over."""
        return tuple(self.by_kind.values())

    @property
    def by_kind(self) -> dict[str, str]:
        """Every path by what it is."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def open_books(connection: duckdb.DuckDBPyConnection, files: Files) -> tuple[BookFile, BookFile]:
    """Load both books.

    Raises:
        WrongInput: if a file as a whole cannot be read.
    """
    ours = _open(connection, Side.OURS, files.ours, files.absences)
    return ours, _open(connection, Side.THEIRS, files.theirs, files.their_absences)


def _open(connection: duckdb.DuckDBPyConnection, side: Side, name: str, absences: str) -> BookFile:
    table = load(connection, Path(name), STATED_BOOKINGS)
    refused, away = table.refused, ""
    if absences:
        away_table = load(connection, Path(absences), ABSENCES)
        away = away_table.relation
        refused += away_table.refused
    return BookFile(
        side=side,
        name=table.file,
        relation=table.relation,
        digest=_digest(Path(name)),
        refused=refused,
        absences=away,
        absences_name=absences,
    )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


def open_headcounts(
    connection: duckdb.DuckDBPyConnection, file: str, result: Reconciliation
) -> Headcounts:
    """Load headcounts and hold them against both registers.

    Raises:
        WrongInput: if the file as a whole cannot be read.
    """
    table = load(connection, Path(file), HEADCOUNTS)
    found = hold_headcounts(connection, table.relation, table.file, result.side_by_side)
    unread = tuple(as_finding(row, table.file) for row in table.refused)
    return Headcounts(found.counts, found.deviations, (*unread, *found.refused))


def open_inputs(
    connection: duckdb.DuckDBPyConnection, agreement: Agreement, files: Files
) -> tuple[Inputs, tuple[Finding, ...]]:
    """Load what both books are billed for alike, with findings for rows that cannot be read.

    Raises:
        WrongInput: if a file as a whole cannot be read.
    """
    found: list[Finding] = []
    places = acts = None
    indices = Indices()
    if files.places:
        rows, refused = rows_of(connection, files.places, PLACES)
        places = read_places(rows)
        found += [*refused, *places.refused]
    if files.acts:
        rows, refused = rows_of(connection, files.acts, ACTS)
        items = agreement.tariff.items if agreement.tariff else ()
        known = frozenset(item.act for item in items if isinstance(item, PerAct))
        acts = read_acts(rows, known)
        found += [*refused, *acts.refused]
    if files.indices:
        rows, refused = rows_of(connection, files.indices, INDICES)
        indices = read_indices(rows)
        found += [*refused, *indices.refused]
    return Inputs(places, acts, indices), tuple(found)
