"""The manifest on paper, for when everything else is down."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.casework.row import KeptRow
from safeconduct.documents import (
    Block,
    Cell,
    Document,
    Facts,
    Notice,
    Paragraph,
    Signatures,
    Table,
)
from safeconduct.facts.describe import code_label
from safeconduct.policy import Right
from safeconduct.web.handover.proof import as_pdf, paper, proof_of
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.shown import shown

BLANK = "_" * 12


@require_safe
@login_required
def manifest(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """The manifest as a PDF: who is on it, what stops it, where each was handed over."""
    reading = reader(request, agreement)
    row = reading.view.row("manifests", transfer)
    needs(row is not None and reading.may(Right.READ_MANIFEST, transfer=transfer))
    if row is None:
        raise AssertionError
    lines = reading.view.rows("manifest_lines", transfer=transfer)
    reading.note("manifest-on-paper", (line.person for line in lines), ["manifest_lines"])
    return as_pdf(document_of(request, reading, row), "manifest")


def document_of(request: HttpRequest, reading: Reader, row: KeptRow) -> Document:
    """The document of a manifest, with boxes that are filled in by hand."""
    lang = current()
    seals = reading.view.rows("seals", transfer=row.key)
    lines = reading.view.rows("manifest_lines", transfer=row.key)
    blocks: list[Block] = [_facts(row), *_stops(reading, row.key), _people(reading, lines)]
    blocks.append(Paragraph(text("web.paper-lead", lang)))
    if seals:
        digest = seals[-1].text("digest")
        blocks.append(Paragraph(text("web.paper-seal", lang).format(digest=digest)))
        blocks += proof_of(request, reading.agreement, seals[-1].entry)
    boxes = (text("web.paper-escort", lang), text("web.paper-receiver", lang))
    blocks.append(Signatures(boxes, tuple(text(f"web.paper-{w}", lang) for w in ("name", "when"))))
    title = text("web.board-title", lang).format(transfer=row.key)
    return paper(title, reading.agreement, row.key, tuple(blocks))


def _facts(row: KeptRow) -> Facts:
    lang = current()
    return Facts(
        (
            (text("web.board-state", lang), code_label(row.text("state"), lang)),
            (text("web.board-destination", lang), shown(row.values.get("destination"))),
            (text("web.board-departs", lang), shown(row.values.get("departs_at"))),
        )
    )


def _stops(reading: Reader, transfer: str) -> list[Block]:
    stops = [s for s in reading.view.rows("stops", open_only=True) if s.transfer in {"", transfer}]
    return [Notice(text("web.board-stopped", current()))] if stops else []


def _people(reading: Reader, lines: tuple[KeptRow, ...]) -> Table:
    lang = current()
    headings = tuple(
        text(f"web.paper-{name}", lang) for name in ("person", "state", "received", "why")
    )
    rows = tuple(
        (
            Cell(reading.names.of("persons", line.person)),
            Cell(code_label(line.text("state"), lang)),
            Cell(BLANK),
            Cell(BLANK),
        )
        for line in lines
    )
    return Table(headings, rows, wide=(0,))
