"""Reconciling: two books in, every difference out, and a law that every answer must keep."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.day_count import DayCountRule
from safeconduct.agreement.tariff import RoundingPlace
from safeconduct.agreement.terms_hash import terms_hash
from safeconduct.basics import CrossCheckFailed, Message, Period
from safeconduct.compensation import Acts, Indices, PeriodInTerm, PlacesAvailable, period_in_term
from safeconduct.compensation.measured import Measured
from safeconduct.compensation.priced import Priced, priced_items
from safeconduct.custody import Zones
from safeconduct.reconciliation.agreed import counting_of, day_count_of, terms_of
from safeconduct.reconciliation.cents import Settling, settle_cents
from safeconduct.reconciliation.comparing import Compared, compare, to_difference
from safeconduct.reconciliation.difference import Booked, Difference
from safeconduct.reconciliation.entry import Entry
from safeconduct.reconciliation.findings import Checked, findings_of
from safeconduct.reconciliation.reading import Book, BookFile, read_book
from safeconduct.reconciliation.reading.alike import Alike, set_alike_apart
from safeconduct.reconciliation.reading.entries import Asked, entries_of
from safeconduct.reconciliation.reading.extent import days_of, months_of
from safeconduct.reconciliation.reading.sheet import Sheet, write_sheet
from safeconduct.reconciliation.result import ComparedBook, Reconciliation
from safeconduct.reconciliation.side_by_side import Matched
from safeconduct.reconciliation.terms import Terms
from safeconduct.reconciliation.totals import BookTotals, Priceable, book_totals, period_lines
from safeconduct.reconciliation.uncollected import uncollected

if TYPE_CHECKING:
    import duckdb


MEMORY_LIMIT = "1GB"
"""What a session needs for two books: with less, a million rows of each go to disk and back."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What both books are billed for alike, beside their days. None: nobody supplied it."""

    places: PlacesAvailable | None = None
    acts: Acts | None = None
    indices: Indices = field(default_factory=Indices)


@dataclass(frozen=True, slots=True)
class _Pass:
    """One run: both books under one set of terms.

    Attributes:
        agreement: the agreement.
        in_term: the period asked for, cut to the term; None where none was asked for.
        period: the days over which rates are known.
        terms: what decides.
        priceable: what turns days into money.
        books: our book and theirs.
        sheets: their rows.
        totals: what they come to.
    """

    agreement: Agreement
    in_term: PeriodInTerm | None
    period: Period
    terms: Terms
    priceable: Priceable
    books: Sequence[Book]
    sheets: Sequence[Sheet]
    totals: tuple[BookTotals, BookTotals]


def reconcile(
    connection: duckdb.DuckDBPyConnection,
    agreement: Agreement,
    ours: BookFile,
    theirs: BookFile,
    asked: Period | None = None,
    inputs: Inputs | None = None,
) -> Reconciliation:
    """Compare two books to the day and to the cent.

    Args:
        connection: the session that holds both books.
        agreement: the agreement whose terms decide.
        ours: our book.
        theirs: the other party's.
        asked: the period; it is cut to the agreement's term. None: every day of both books.
        inputs: places, acts and indices.

    Raises:
        WrongInput: if the agreement has no day rule, a book lacks a column, an amount is in
            another currency, or no day of the period lies in the term.
        CrossCheckFailed: if the differences do not add up to the difference of the totals.
    """
    run = _prepare(connection, agreement, (ours, theirs), asked, inputs or Inputs())
    needs_instants = run.terms.counting.rule is DayCountRule.ELAPSED_24H
    alike = set_alike_apart(connection, run.sheets[0], run.sheets[1], instants=needs_instants)
    with uncollected():
        compared = _compare(connection, run, alike)
        monthly = period_lines(run.priceable, run.terms, run.period, *run.totals)
        differences = _settled([*compared.booked, *monthly], run)
        result = _result(connection, run, alike, compared, differences)
        require_sum(result)
    return result


def require_sum(result: Reconciliation) -> None:
    """The law: the differences add up to the difference of the totals, in days and in money.

    Raises:
        CrossCheckFailed: if they do not.
    """
    days = sum(one.days for one in result.differences)
    amount = sum((one.amount for one in result.differences), result.currency.zero())
    if days != result.days:
        raise CrossCheckFailed(
            Message.of("reconciliation.days-do-not-add-up", totals=result.days, lines=days)
        )
    if amount != result.amount:
        raise CrossCheckFailed(
            Message.of("reconciliation.money-does-not-add-up", totals=result.amount, lines=amount)
        )


def _prepare(
    connection: duckdb.DuckDBPyConnection,
    agreement: Agreement,
    files: Sequence[BookFile],
    asked: Period | None,
    inputs: Inputs,
) -> _Pass:
    in_term = period_in_term(agreement, asked) if asked else None
    zones = Zones({str(place.id): place.zone for place in agreement.places})
    needs_instants = day_count_of(agreement).rule is DayCountRule.ELAPSED_24H
    books = [read_book(connection, file, zones, needs_instants=needs_instants) for file in files]
    period = in_term.period if in_term else months_of([days_of(connection, book) for book in books])
    items: Sequence[Priced] = ()
    if agreement.tariff is not None:
        items = priced_items(agreement.tariff, inputs.indices, period)
    counting = counting_of(agreement, in_term.period if in_term else None)
    terms = terms_of(agreement, counting, items, period)
    measured = Measured(inputs.places, inputs.acts, None)
    priceable = Priceable(agreement.tariff, items, measured, in_term is not None)
    sheets = [write_sheet(connection, book, terms) for book in books]
    ours, theirs = (book_totals(connection, sheet, terms, priceable) for sheet in sheets)
    return _Pass(agreement, in_term, period, terms, priceable, books, sheets, (ours, theirs))


def _compare(connection: duckdb.DuckDBPyConnection, run: _Pass, alike: Alike) -> Compared:
    currency = run.terms.prices.currency
    entries: list[list[Entry]] = [
        list(entries_of(connection, Asked(sheet, lines, currency)))
        for sheet, lines in zip(run.sheets, (alike.ours, alike.theirs), strict=True)
    ]
    pairs = connection.execute(f"""
        SELECT ours, theirs FROM {alike.pairs}
        WHERE ours IN (SELECT line FROM {alike.ours})
            OR theirs IN (SELECT line FROM {alike.theirs})""").fetchall()
    return compare(entries[0], entries[1], pairs, run.terms)


def _settled(booked: Sequence[Booked], run: _Pass) -> tuple[Difference, ...]:
    prices = run.terms.prices
    ours, theirs = run.totals
    never_rounds = prices.is_linear and (prices.rounds_by_booking or prices.in_whole_units)
    by_statement = prices.rounding is not None and prices.rounding.place is RoundingPlace.STATEMENT
    settling = Settling(
        currency=prices.currency,
        difference=theirs.amount - ours.amount,
        slack=0 if never_rounds and not by_statement else ours.lines + theirs.lines,
        rounding_clause=run.terms.rounding_clause,
    )
    lines = [
        to_difference(one, amount, prices.currency)
        for one, amount in settle_cents(booked, settling)
    ]
    return tuple(sorted(lines, key=lambda line: line.order))


def _result(
    connection: duckdb.DuckDBPyConnection,
    run: _Pass,
    alike: Alike,
    compared: Compared,
    differences: tuple[Difference, ...],
) -> Reconciliation:
    ours, theirs = (
        ComparedBook(book.side, book.file.name, book.file.digest, totals)
        for book, totals in zip(run.books, run.totals, strict=True)
    )
    matched = alike.matched + compared.matched
    checked = Checked(
        agreement=run.agreement,
        in_term=run.in_term,
        period=run.period,
        sheets=run.sheets,
        pairs=alike.pairs,
        matched=matched,
        claimed_alike=compared.claimed_alike,
        prices_missing=any(price.missing for one in run.priceable.items for price in one.prices),
    )
    return Reconciliation(
        agreement=run.agreement.id,
        title=run.agreement.title,
        period=run.period,
        asked=run.in_term is not None,
        currency=run.terms.prices.currency,
        terms_hash=terms_hash(run.agreement),
        ours=ours,
        theirs=theirs,
        differences=differences,
        matched=matched,
        set_aside=tuple(one for book in run.books for one in book.set_aside),
        findings=tuple(findings_of(connection, checked)),
        side_by_side=Matched(
            connection,
            run.sheets[0].relation,
            run.sheets[1].relation,
            alike.pairs,
            [
                ([entry.line for entry in one.ours], [entry.line for entry in one.theirs])
                for one in compared.groups
            ],
            *(book.absences.relation if book.absences else "" for book in run.books),
        ),
    )
