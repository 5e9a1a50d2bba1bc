"""The workbook of a reconciliation: summary, differences, and both books side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from safeconduct.cli.output import label, say, sentence_of
from safeconduct.cli.reconcile.written import all_findings
from safeconduct.cli.written_files import write_file
from safeconduct.reconciliation import Bar, Reconciliation, by_kind, by_month

ROWS_OF_A_SHEET = 1_000_000
"""A sheet holds little more; further rows go on to another one."""

Cell = str | int | Decimal | date | None


def write_workbook(result: Reconciliation, file: Path) -> None:
    """Write the workbook. Cells that begin like a formula are text, and stay so."""
    book = Workbook(write_only=True)
    _sheet(book, "summary", _summary(result))
    _sheet(book, "differences", _differences(result))
    rows = iter(_side_by_side(result))
    head = next(rows)
    for number, part in enumerate(_parts(rows, ROWS_OF_A_SHEET)):
        _sheet(book, "side-by-side", (head, *part), number)
    # Saved in memory first: a book that cannot reach its file would complain when it is closed.
    saved = BytesIO()
    book.save(saved)
    write_file(file, saved.getvalue())


def _sheet(book: Workbook, name: str, rows: Iterable[tuple[Cell, ...]], number: int = 0) -> None:
    title = label(f"reconciliation.sheet-{name}") + (f" {number + 1}" if number else "")
    sheet = book.create_sheet(title)
    for index, row in enumerate(rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]  # dates and decimals too
            if isinstance(value, str):
                cell.data_type = "s"
            if index == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)


def _summary(result: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    yield label("reconciliation.title"), str(result.agreement)
    yield label("reconciliation.fact-period"), str(result.period)
    yield label("reconciliation.fact-currency"), result.currency.code
    yield label("reconciliation.fact-terms"), result.terms_hash
    yield ()
    yield tuple(
        label(f"reconciliation.heading-{name}")
        for name in ("side", "file", "bookings", "days", "amount", "own-days", "own-amount")
    )
    for book in (result.ours, result.theirs):
        totals = book.totals
        yield (
            label(f"reconciliation.side-{book.side.value}"),
            book.file,
            totals.bookings,
            totals.days,
            totals.amount.amount,
            totals.own_days,
            totals.own_amount.amount,
        )
    yield label("reconciliation.difference"), None, None, result.days, result.amount.amount
    for name, bars in (
        ("kind", by_kind(result.differences, result.currency)),
        ("month", by_month(result.differences, result.currency)),
    ):
        yield ()
        yield from _bars(name, bars)
    yield ()
    for finding in all_findings(result):
        yield (sentence_of(finding),)


def _bars(name: str, bars: Iterable[Bar]) -> Iterator[tuple[Cell, ...]]:
    yield tuple(
        label(f"reconciliation.heading-{one}") for one in (name, "lines", "days", "over", "under")
    )
    for bar in bars:
        shown = label(f"reconciliation.kind-{bar.name}") if name == "kind" else bar.name
        yield shown, bar.lines, bar.days, bar.over.amount, bar.under.amount


def _differences(result: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    yield tuple(
        label(f"reconciliation.heading-{name}")
        for name in (
            "kind",
            "ours-booking",
            "theirs-booking",
            "person",
            "place",
            "ours-days",
            "theirs-days",
            "days",
            "amount",
            "clause",
            "why",
        )
    )
    for one in result.differences:
        yield (
            label(f"reconciliation.kind-{one.kind.value}"),
            one.ours_booking,
            one.theirs_booking,
            one.person,
            one.place,
            one.ours_days,
            one.theirs_days,
            one.days,
            one.amount.amount,
            one.clause,
            say(one.why),
        )


def _side_by_side(result: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    names = ("booking", "person", "place", "arrived", "departed", "days")
    yield tuple(
        f"{label(f'reconciliation.heading-{name}')} ({label(f'reconciliation.side-{side}')})"
        for side in ("ours", "theirs")
        for name in names
    )
    for ours, theirs in result.side_by_side.rows():
        yield tuple(
            value
            for row in (ours, theirs)
            for value in (row.booking, row.person, row.place, row.arrived, row.departed, row.days)
        )


def _parts(rows: Iterator[tuple[Cell, ...]], size: int) -> Iterator[Iterator[tuple[Cell, ...]]]:
    """The rows in parts; there is always one, if only to hold the headings."""
    part = [row for _, row in zip(range(size), rows, strict=False)]
    yield iter(part)
    while part := [row for _, row in zip(range(size), rows, strict=False)]:
        yield iter(part)
