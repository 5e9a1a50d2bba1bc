"""The page of a statement: its frozen lines, what was disputed, corrected and paid."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.casework.row import KeptRow
from safeconduct.compensation import read_frozen, unit_label
from safeconduct.compensation.frozen import FrozenLine
from safeconduct.policy import Right
from safeconduct.web.acts.links import links
from safeconduct.web.cells import Cell
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import Section, section_of
from safeconduct.web.shown import shown
from safeconduct.web.workbooks import wanted_workbook

FOLLOWING = ("disputes", "credits", "payments")
ACTS = ("dispute-statement", "issue-notes", "pay")
LINE_COLUMNS = ("clause", "item", "quantity", "unit", "rate", "amount")


@require_safe
@login_required
def statement(request: HttpRequest, agreement: str, key: str) -> HttpResponse:
    """One statement, line by line, each with its clause."""
    reading = reader(request, agreement)
    row = reading.view.row("statements", key)
    needs(row is not None and reading.holds(Right.READ_MONEY))
    if row is None:
        raise AssertionError
    sections = [
        section_of("statements", [row], reading.names, _HEAD),
        lines_of(row),
        *(_following(reading, table, key) for table in FOLLOWING),
        _bookings(reading, row),
    ]
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    context = {"agreement": agreement, "statement": key, "sections": sections,
               "acts": links(reading, ACTS, request.path, statement=key)}  # fmt: skip
    return render(request, "web/money/statement.html", context)


_HEAD = ("statement", "state", "period_from", "period_until", "total", "issued_by", "issued_at",
         "due_on", "sha256")  # fmt: skip


def _following(reading: Reader, table: str, statement: str) -> Section:
    rows = [r for r in reading.view.rows(table) if r.text("statement") == statement]
    return section_of(table, rows, reading.names)


def _bookings(reading: Reader, row: KeptRow) -> Section:
    since, until = row.day("period_from"), row.day("period_until")
    held = [
        booking
        for booking in reading.view.rows("bookings")
        if since and until and _touches(booking, since.isoformat(), until.isoformat())
    ]
    columns = ("booking", "person", "place", "arrived_at", "departed_at")
    open_columns = [c for c in columns if any(c in b.values for b in held)] or columns
    return section_of("bookings", held, reading.names, open_columns)


def _touches(booking: KeptRow, since: str, until: str) -> bool:
    arrived, left = booking.instant("arrived_at"), booking.instant("departed_at")
    return (
        arrived is not None
        and arrived.date().isoformat() <= until
        and (left is None or left.date().isoformat() >= since)
    )


def lines_of(row: KeptRow) -> Section:
    """The lines of the frozen statement, as they were issued."""
    content = row.text("frozen")
    lines = read_frozen(content.encode()).lines if content else ()
    return Section(
        "lines",
        text("web.statement-lines", current()),
        tuple(text(f"web.line-{name}", current()) for name in LINE_COLUMNS),
        tuple(_cells(line) for line in lines),
        download="?download=lines" if lines else "",
    )


def _cells(line: FrozenLine) -> tuple[Cell, ...]:
    lang = current()
    return (
        Cell(line.clause),
        Cell(line.label.in_language(lang)),
        Cell(_figure(line.quantity), is_number=True),
        Cell(unit_label(line.unit, lang)),
        Cell(_figure(line.rate), is_number=True),
        Cell(shown(line.amount), is_number=True),
    )


def _figure(written: str) -> str:
    """A quantity or rate as it was written; a fraction such as 1/12 stays one."""
    try:
        return shown(Decimal(written))
    except InvalidOperation:
        return written
