"""A book: a party's register and claims in the session, and what was found while it was read."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from safeconduct.basics import Finding, Location
from safeconduct.custody import Refused, Register, Zones, take_in_absences
from safeconduct.engine import column_types, fresh, identifier
from safeconduct.reconciliation.entry import Side
from safeconduct.reconciliation.reading.moments import NO_PLACE, Dated, date_rows, located, named
from safeconduct.reconciliation.reading.plain import PlainRows, plain_rows

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class BookFile:
    """What a party brings.

    Attributes:
        side: whose book.
        name: the file as the person named it.
        relation: its rows in the session, with a column ``line``.
        digest: ``sha256:`` and the digest of the file's bytes; empty where it is no file.
        refused: rows that the file's reader could not make sense of.
        absences: relation of the party's absences; empty for none.
        absences_name: their file.
    """

    side: Side
    name: str
    relation: str
    digest: str = ""
    refused: tuple[Refused, ...] = ()
    absences: str = ""
    absences_name: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A party's rows with their days.

    Attributes:
        file: where they came from.
        plain: the rows as they stand.
        dated: their days.
        absences: the party's absences, by line of the booking; None where it has none.
        set_aside: rows that enter no total, each with the reason.
        findings: what else a person must look at.
    """

    file: BookFile
    plain: PlainRows
    dated: Dated
    absences: Register | None
    set_aside: tuple[Finding, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def side(self) -> Side:
        """Whose book it is."""
        return self.file.side


def read_book(
    connection: duckdb.DuckDBPyConnection, file: BookFile, zones: Zones, *, needs_instants: bool
) -> Book:
    """Read a party's book: every row that is a booking, whatever is wrong with it.

    Args:
        connection: the session.
        file: the book.
        zones: the time zones of the places.
        needs_instants: whether the day rule counts from instants.

    Raises:
        WrongInput: if a column is missing.
    """
    plain = plain_rows(connection, file.relation, file.name)
    dated = date_rows(connection, plain, zones, needs_instants=needs_instants)
    absences = _absences(connection, file, plain, dated.register) if file.absences else None
    refused, about_absences = (absences.refused, absences.findings) if absences else ((), ())
    ids = _ids(connection, plain, (*dated.register.findings, *about_absences))
    return Book(
        file,
        plain,
        dated,
        absences,
        set_aside=(
            *(located(file.name, row) for row in (*file.refused, *plain.set_aside)),
            *(located(file.absences_name, row) for row in refused),
        ),
        findings=(
            *(located(file.name, row) for row in dated.faulty),
            *(_with_id(file.name, one, ids) for one in dated.register.findings),
            *(_with_id(file.absences_name, one, ids) for one in about_absences),
        ),
    )


def _absences(
    connection: duckdb.DuckDBPyConnection, file: BookFile, plain: PlainRows, register: Register
) -> Register:
    """The absences, each under the lines of the bookings that bear its id."""
    view = fresh("absences_by_line")
    moments = ", ".join(
        f"a.{identifier(name)}"
        for name in column_types(connection, file.absences)
        if name in {"left_at", "returned_at", "left_day", "returned_day"}
    )
    connection.execute(f"""
        CREATE VIEW {view} AS
        SELECT a.line, coalesce(r.line::VARCHAR, trim(a.booking::VARCHAR)) AS booking, {moments}
        FROM {identifier(file.absences)} a
            LEFT JOIN {plain.relation} r ON r.booking = trim(a.booking::VARCHAR)""")
    placed = fresh("placed")
    connection.execute(f"""
        CREATE VIEW {placed} AS
        SELECT * REPLACE (coalesce(place, '{NO_PLACE}') AS place) FROM {register.relation}""")
    return take_in_absences(connection, view, replace(register, relation=placed))


def _ids(
    connection: duckdb.DuckDBPyConnection, plain: PlainRows, findings: Sequence[Finding]
) -> dict[str, str]:
    """The booking ids of the lines that findings of the intake name."""
    lines = {str(one.message.parameters["booking"]) for one in findings if _names_line(one)}
    if not lines:
        return {}
    rows = connection.execute(
        f"SELECT line::VARCHAR, booking FROM {plain.relation} WHERE line IN ({', '.join(lines)})"
    ).fetchall()
    return {line: booking or line for line, booking in rows}


def _names_line(finding: Finding) -> bool:
    return str(finding.message.parameters.get("booking", "")).isdigit()


def _with_id(file: str, finding: Finding, ids: dict[str, str]) -> Finding:
    booking = str(finding.message.parameters.get("booking", ""))
    at = Location(file, finding.location.line, finding.location.column)
    return Finding(named(finding.message, ids.get(booking, booking)), finding.severity, at)
