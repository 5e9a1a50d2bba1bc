"""A statement on paper, from the document that was frozen when it was issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.casework.row import KeptRow
from safeconduct.compensation import FrozenStatement, read_frozen
from safeconduct.compensation.frozen import FrozenLine
from safeconduct.documents import (
    Attachment,
    Block,
    Cell,
    Facts,
    Heading,
    Notice,
    Table,
    shown_day,
    shown_period,
)
from safeconduct.policy import Right
from safeconduct.web import cells
from safeconduct.web.handover.proof import as_pdf, paper, proof_of
from safeconduct.web.language import current
from safeconduct.web.money.views import lines_of
from safeconduct.web.reading import needs, reader
from safeconduct.web.shown import shown


@require_safe
@login_required
def statement(request: HttpRequest, agreement: str, key: str) -> HttpResponse:
    """The statement as a PDF, with its frozen form attached."""
    reading = reader(request, agreement)
    row = reading.view.row("statements", key)
    needs(row is not None and reading.holds(Right.READ_MONEY) and bool(row.text("frozen")))
    if row is None:
        raise AssertionError
    frozen = read_frozen(row.text("frozen").encode())
    issued = reading.view.history("statements", key)[0]
    blocks: tuple[Block, ...] = (
        Facts(tuple(_facts(frozen))),
        *_notice(frozen),
        Heading(text("documents.heading-owed", current()), 2),
        _lines(row, frozen),
        *proof_of(request, agreement, issued.entry),
    )
    title = text("web.statement-title", current()).format(statement=key)
    attached = Attachment(
        "statement.json", "application/json", row.text("frozen"),
        text("documents.attached-statement", current()),
    )  # fmt: skip
    document = replace(paper(title, agreement, key, blocks), attachments=(attached,))
    return as_pdf(document, "statement")


def _facts(frozen: FrozenStatement) -> Iterator[tuple[str, str]]:
    lang = current()
    yield text("documents.fact-period", lang), shown_period(frozen.period, lang)
    yield text("documents.fact-currency", lang), frozen.currency.code
    yield text("documents.fact-issued", lang), shown_day(frozen.issued_on, lang)
    yield text("documents.fact-digest", lang), frozen.digest
    yield text("documents.fact-terms-hash", lang), frozen.terms_hash
    if frozen.corrects:
        yield text("documents.fact-corrects", lang), frozen.corrects


def _notice(frozen: FrozenStatement) -> Iterator[Block]:
    if any(line.provisional for line in frozen.lines):
        yield Notice(text("documents.provisional", current()))


def _lines(row: KeptRow, frozen: FrozenStatement) -> Table:
    """The lines as on the page, each with its days and how its terms are known."""
    section = lines_of(row)
    written = cast("list[Mapping[str, object]]", frozen.content["lines"])
    lines = zip(section.rows, frozen.lines, written, strict=True)
    return Table(
        section.headings,
        tuple(_row(shown_cells, line, str(kept["grade"])) for shown_cells, line, kept in lines),
        numeric=(2, 4, 5),
        wide=(1,),
        total=("", text("documents.total", current()), "", "", "", shown(frozen.total)),
    )


def _row(shown_cells: tuple[cells.Cell, ...], line: FrozenLine, grade: str) -> tuple[Cell, ...]:
    lang = current()
    known = text(f"compensation.grade-{grade}", lang)
    beneath = [
        shown_period(line.stretch, lang), f"{text('documents.column-grade', lang)}: {known}"
    ]  # fmt: skip
    if line.provisional:
        beneath.append(text("documents.mark-provisional", lang))
    plain = [Cell(cell.text) for cell in shown_cells]
    plain[1] = Cell(plain[1].text, tuple(beneath))
    return tuple(plain)
