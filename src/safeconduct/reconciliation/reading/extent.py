"""The extent of two books: the whole months from their first day to their last."""

# ruff: noqa: S608 - statements hold our own names and quoted literals only

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from safeconduct.basics import ONE_DAY, Period
from safeconduct.reconciliation.reading.book import Book

if TYPE_CHECKING:
    import duckdb


def days_of(connection: duckdb.DuckDBPyConnection, book: Book) -> Period | None:
    """The days from the first arrival to the last date of a book; None where it has none."""
    survey = book.plain.survey
    if survey is not None and not survey.has_odd:
        return Period(survey.first, survey.last + ONE_DAY)
    first, last = connection.execute(f"""
        SELECT min(arrived_day), max(coalesce(departed_day, arrived_day))
        FROM {book.dated.register.relation}""").fetchall()[0]
    return None if first is None else Period(first, last + ONE_DAY)


def months_of(extents: Sequence[Period | None]) -> Period:
    """Whole months around the extents; for books without a date any month will do."""
    known = [one for one in extents if one is not None]
    if not known:
        return Period.month(1970, 1)
    first, last = min(one.start for one in known), max(one.last for one in known)
    return Period(date(first.year, first.month, 1), Period.month(last.year, last.month).end)
