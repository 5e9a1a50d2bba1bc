"""The dispute: the differences of a reconciliation as lines that the other party can answer."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from safeconduct.basics import Lang, digest, render
from safeconduct.reconciliation.difference import Difference
from safeconduct.reconciliation.result import ComparedBook, Reconciliation

STATED = (
    "dispute",
    "ref",
    "kind",
    "ours_booking",
    "theirs_booking",
    "ours_days",
    "theirs_days",
    "ours_amount",
    "theirs_amount",
    "days",
    "amount",
    "currency",
    "clause",
    "why",
)
"""Columns that the side that raises the dispute fills in; nobody else changes them."""

ANSWERED = ("answer", "reason", "corrected_days", "corrected_amount", "reply")
"""Columns for the answer, and for the reply to a rejection."""

COLUMNS = (*STATED, *ANSWERED)


@dataclass(frozen=True, slots=True)
class DisputedLine:
    """One difference under a number.

    Attributes:
        ref: its number, from 1.
        difference: the difference.
        why: its sentence, in the language of the dispute.
    """

    ref: int
    difference: Difference
    why: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """The differences that one side puts before the other.

    Attributes:
        id: digest of the agreement, the period, what the books come to and every figure. The
            sentences are left out, so that both languages raise the same dispute, and so is the
            order of rows, so that a sorted copy of a book does.
        result: the reconciliation that it rests on.
        lines: the lines.
    """

    id: str
    result: Reconciliation
    lines: tuple[DisputedLine, ...]


def dispute_of(result: Reconciliation, lang: Lang) -> Dispute:
    """Raise every difference of a reconciliation."""
    lines = tuple(
        DisputedLine(ref, one, render(one.why, lang))
        for ref, one in enumerate(result.differences, start=1)
    )
    return Dispute(_id(result), result, lines)


def _id(result: Reconciliation) -> str:
    return digest(
        {
            "agreement": str(result.agreement),
            "terms": result.terms_hash,
            "period": str(result.period),
            "books": [_book(book) for book in (result.ours, result.theirs)],
            "lines": [list(line) for line in sorted(map(_figures, result.differences))],
        }
    )


def _book(book: ComparedBook) -> list[str]:
    """What a book comes to, as text."""
    totals = book.totals
    figures = (
        totals.bookings,
        totals.days,
        totals.amount,
        totals.own_days,
        totals.own_amount,
        totals.stated,
        totals.stated_amount,
    )
    return [str(figure) for figure in figures]


def _figures(one: Difference) -> tuple[str, ...]:
    """A line's figures as the file writes them, in the order of the columns."""
    values = (
        one.kind.value,
        one.ours_booking,
        one.theirs_booking,
        one.ours_days,
        one.theirs_days,
        one.ours_amount,
        one.theirs_amount,
        one.days,
        one.amount,
        one.amount.currency.code,
        one.clause,
    )
    return tuple("" if value is None else str(value) for value in values)


def stated_cells(dispute: Dispute, line: DisputedLine) -> dict[str, str]:
    """What the file says of a line before anybody answers."""
    cells = (dispute.id, str(line.ref), *_figures(line.difference), line.why)
    return dict(zip(STATED, cells, strict=True))


def dispute_csv(dispute: Dispute) -> str:
    """The dispute as CSV, the columns of the answer empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in dispute.lines:
        writer.writerow([*stated_cells(dispute, line).values(), *("" for _ in ANSWERED)])
    return text.getvalue()
