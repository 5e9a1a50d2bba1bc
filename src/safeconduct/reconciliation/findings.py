"""What a person should know of two books beside their differences: nothing is left unsaid."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from safeconduct.agreement.agreement import Agreement
from safeconduct.basics import Finding, Location, Message, Period, Severity
from safeconduct.compensation import PeriodInTerm, written_term
from safeconduct.engine import literal
from safeconduct.reconciliation.reading.plain import TOTAL
from safeconduct.reconciliation.reading.sheet import Sheet

if TYPE_CHECKING:
    import duckdb

LARGE_FACTOR = 20
"""So many places are named at the most."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared, for the checks on the books as a whole.

    Attributes:
        agreement: the agreement.
        in_term: the period asked for; None where none was.
        period: the days over which rates are known.
        sheets: our rows and theirs.
        pairs: table ``ours, theirs`` of lines that are alike.
        matched: how many bookings both books have.
        claimed_alike: our line and the days beyond its dates, of bookings with other dates on
            either side and the same claim against them.
        prices_missing: whether an index figure is missing.
    """

    agreement: Agreement
    in_term: PeriodInTerm | None
    period: Period
    sheets: Sequence[Sheet]
    pairs: str
    matched: int
    claimed_alike: Sequence[tuple[int, int]]
    prices_missing: bool


def findings_of(connection: duckdb.DuckDBPyConnection, checked: Checked) -> Iterator[Finding]:
    """All findings, those of reading first."""
    for sheet in checked.sheets:
        yield from sheet.book.findings
        yield from sheet.findings
        yield from _like_totals(connection, sheet)
    if checked.in_term is not None:
        yield from checked.in_term.findings
    yield from _same_file(checked)
    for sheet in checked.sheets:
        yield from _unknown_places(connection, checked, sheet)
        yield from _other_days(connection, checked, sheet)
    yield from _nothing_shared(checked)
    yield from _alike_against_dates(connection, checked)
    if checked.agreement.tariff is None:
        message = Message.of("reconciliation.no-tariff", agreement=checked.agreement.id)
        yield Finding(message, Severity.NOTE)
    if checked.prices_missing:
        yield Finding(Message.of("reconciliation.index-missing"))


def _same_file(checked: Checked) -> Iterator[Finding]:
    ours, theirs = (sheet.book.file for sheet in checked.sheets)
    if ours.digest and ours.digest == theirs.digest:
        message = Message.of("reconciliation.same-file", ours=ours.name, theirs=theirs.name)
        yield Finding(message, Severity.NOTE)


def _unknown_places(
    connection: duckdb.DuckDBPyConnection, checked: Checked, sheet: Sheet
) -> Iterator[Finding]:
    """Places that the agreement does not name; a book of another agreement shows itself so."""
    known = ", ".join(literal(str(place.id)) for place in checked.agreement.places)
    if not known:
        return
    rows = connection.execute(f"""
        SELECT place, count(*), min(line) FROM {sheet.relation}
        WHERE place IS NOT NULL AND place NOT IN ({known})
        GROUP BY place ORDER BY place LIMIT {LARGE_FACTOR}""").fetchall()
    for place, number, line in rows:
        message = Message.of(
            "reconciliation.place-unknown",
            place=place,
            rows=number,
            known=", ".join(str(one.id) for one in checked.agreement.places),
        )
        yield Finding(message, location=Location(sheet.book.file.name, line, "place"))


def _other_days(
    connection: duckdb.DuckDBPyConnection, checked: Checked, sheet: Sheet
) -> Iterator[Finding]:
    """A book without a row, without a day in the period, or with days outside the term."""
    file = Location(sheet.book.file.name)
    rows, days, first, last = connection.execute(f"""
        SELECT count(*), coalesce(sum(own), 0), min(arrived_day),
            max(coalesce(departed_day, arrived_day)) FROM {sheet.relation}""").fetchall()[0]
    if not rows:
        yield Finding(Message.of("reconciliation.no-booking"), location=file)
    elif first is not None and not days and checked.in_term is not None:
        message = Message.of(
            "reconciliation.no-day-in-period", period=str(checked.period), first=first, last=last
        )
        yield Finding(message, location=file)
    term = checked.agreement.term
    if first is None or checked.in_term is not None:
        return
    message = Message.of(
        "reconciliation.days-outside-term", term=written_term(term), first=first, last=last
    )
    if (term.end is not None and first >= term.end) or (
        term.start is not None and last < term.start
    ):
        yield Finding(message, location=file)
    elif (term.end is not None and last > term.end) or (
        term.start is not None and first < term.start
    ):
        yield Finding(message, Severity.NOTE, file)


def _nothing_shared(checked: Checked) -> Iterator[Finding]:
    if not checked.matched and all(sheet.book.plain.rows for sheet in checked.sheets):
        yield Finding(Message.of("reconciliation.no-booking-shared"))


def _alike_against_dates(
    connection: duckdb.DuckDBPyConnection, checked: Checked
) -> Iterator[Finding]:
    """Claims that both books state alike, and that contradict the dates of both."""
    sheet = checked.sheets[0]
    rows, beyond, line = connection.execute(f"""
        SELECT count(*), sum(beyond), min(line)
        FROM {sheet.relation} SEMI JOIN (SELECT ours AS line FROM {checked.pairs}) USING (line)
        WHERE beyond <> 0 OR stated_units IS NOT NULL""").fetchall()[0]
    rows += len(checked.claimed_alike)
    if rows:
        beyond = (beyond or 0) + sum(days for _, days in checked.claimed_alike)
        lines = [one for one, _ in checked.claimed_alike] + ([line] if line else [])
        message = Message.of(
            "reconciliation.alike-against-dates", rows=Fraction(rows), days=Fraction(int(beyond))
        )
        yield Finding(message, location=Location(sheet.book.file.name, min(lines), "stated_days"))


def _like_totals(connection: duckdb.DuckDBPyConnection, sheet: Sheet) -> Iterator[Finding]:
    """Rows with dates that bear the name of a total, and neither a place nor a person."""
    rows = connection.execute(f"""
        SELECT line, booking FROM {sheet.relation}
        WHERE place IS NULL AND person IS NULL AND regexp_matches(lower(booking), '{TOTAL}')
        ORDER BY line""").fetchall()
    for line, booking in rows:
        message = Message.of("reconciliation.row-like-totals", text=booking)
        yield Finding(message, location=Location(sheet.book.file.name, line, "booking"))
