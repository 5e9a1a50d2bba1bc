"""The page of a statement: its frozen lines, what was disputed, corrected and paid."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.casework.row import KeptRow
from safeconduct.policy import Right
from safeconduct.web.acts.links import links
from safeconduct.web.cells import Cell
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import Section, section_of
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
    frozen = _read(row.text("frozen"))
    lines: Sequence[Mapping[str, Any]] = frozen.get("lines", ()) if frozen else ()
    return Section(
        "lines",
        text("web.statement-lines", current()),
        tuple(text(f"web.line-{name}", current()) for name in LINE_COLUMNS),
        tuple(tuple(_cell(line, name) for name in LINE_COLUMNS) for line in lines),
        download="?download=lines" if lines else "",
    )


def _read(frozen: str) -> dict[str, Any]:
    try:
        read = json.loads(frozen or "{}")
    except ValueError:
        return {}
    inner = read.get("statement", read) if isinstance(read, dict) else {}
    return inner if isinstance(inner, dict) else {}


def _cell(line: Mapping[str, Any], name: str) -> Cell:
    value = line.get(name)
    if isinstance(value, dict):
        value = value.get(current()) or value.get("amount") or next(iter(value.values()), "")
    return Cell(
        "" if value is None else str(value), is_number=name in {"quantity", "rate", "amount"}
    )
