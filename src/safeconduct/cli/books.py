"""Reading one side's book for a command: bookings and absences, from files to registers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location
from safeconduct.custody import Refused, Register, Zones, take_in, take_in_absences
from safeconduct.tables import ABSENCES, BOOKINGS, Shape, Table, load, reading

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Book:
    """One side's bookings and absences, taken in.

    Attributes:
        bookings: the bookings.
        absences: the absences; None where no file was given.
        refused: rows of either file that count nothing, each with its file and line.
        findings: what else a person should know, each with its file and line.
    """

    bookings: Register
    absences: Register | None
    refused: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def open_book(
    connection: duckdb.DuckDBPyConnection,
    bookings: Path,
    absences: Path | None,
    zones: Zones,
    *,
    shape: Shape = BOOKINGS,
    places: Collection[str] | None = None,
    needs_instants: bool = False,
) -> Book:
    """Load the files of a book and take their rows in.

    Args:
        connection: the session, which must outlive the book.
        bookings: file of bookings.
        absences: file of absences; None for none.
        zones: time zones of the places.
        shape: columns of the bookings, where the command reads more than the usual ones.
        places: the places that may occur; None for any.
        needs_instants: whether the day-count rule asks for instants.

    Raises:
        WrongInput: if a file as a whole cannot be read.
    """
    table = load(connection, bookings, shape)
    with reading(table.file):
        register = take_in(
            connection, table.relation, zones, places=places, needs_instants=needs_instants
        )
    refused, findings = _told(table, register)
    away = None
    if absences is not None:
        away_table = load(connection, absences, ABSENCES)
        with reading(away_table.file):
            away = take_in_absences(connection, away_table.relation, register)
        more_refused, more_findings = _told(away_table, away)
        refused, findings = refused + more_refused, findings + more_findings
    return Book(register, away, refused, findings)


def _told(table: Table, register: Register) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    refused = sorted((*table.refused, *register.refused), key=lambda row: row.line)
    return (
        tuple(as_finding(row, table.file) for row in refused),
        located(register.findings, table.file),
    )


def as_finding(row: Refused, file: str) -> Finding:
    """A refused row as a finding that a person must look at."""
    return Finding(row.message, location=Location(file, row.line, row.column))


def located(findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
    """The findings with the file that they speak of."""
    return tuple(
        replace(finding, location=replace(finding.location, file=file)) for finding in findings
    )
