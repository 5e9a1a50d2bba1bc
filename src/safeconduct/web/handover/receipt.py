"""The handover receipt on paper: who was received, who was refused and why, and who holds whom."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from safeconduct.agreement.parties import PartyRole
from safeconduct.basics import text
from safeconduct.casework.row import KeptRow
from safeconduct.documents import Block, Cell, Facts, Paragraph, Table
from safeconduct.facts.describe import code_label
from safeconduct.policy import Right
from safeconduct.web.handover.proof import as_pdf, paper, proof_of
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.shown import shown

COLUMNS = ("person", "line-state", "settled", "reason", "charge", "entry-number")


@require_safe
@login_required
def receipt(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """The receipt as a PDF; there is none before the transfer set out."""
    reading = reader(request, agreement)
    manifest = reading.view.row("manifests", transfer)
    needs(
        manifest is not None
        and reading.may(Right.READ_MANIFEST, transfer=transfer, place=manifest.text("destination"))
    )
    handovers = reading.view.rows("handovers", transfer=transfer)
    needs(bool(handovers))
    lines = reading.view.rows("handover_lines", transfer=transfer)
    reading.note("handover-receipt", (line.person for line in lines), ["handover_lines"])
    last = handovers[-1]
    blocks: tuple[Block, ...] = (
        Facts(_facts(reading, last)),
        Table(
            tuple(text(f"web.paper-{name}", current()) for name in COLUMNS),
            tuple(_row(reading, line) for line in lines),
            wide=(0, 3),
        ),
        Paragraph(text("web.paper-receipt-lead", current())),
        *proof_of(request, agreement, max(row.entry for row in (last, *lines))),
    )
    title = text("web.paper-receipt", current()).format(transfer=transfer)
    return as_pdf(paper(title, agreement, transfer, blocks), "handover-receipt")


def _facts(reading: Reader, handover: KeptRow) -> tuple[tuple[str, str], ...]:
    place = reading.whole.row("places", handover.text("place"))
    return tuple(
        (text(f"web.paper-{name}", current()), value)
        for name, value in (
            ("escort", shown(handover.text("escort"))),
            ("place", shown(handover.text("place"))),
            ("soil", shown(place.text("jurisdiction") if place else "")),
            ("dispatched", shown(handover.instant("dispatched_at"))),
            ("handed-over", shown(handover.instant("handed_over_at"))),
            ("receiver", shown(handover.text("received_by"))),
        )
    )


def _row(reading: Reader, line: KeptRow) -> tuple[Cell, ...]:
    lang, reason = current(), line.text("reason")
    says = line.text("says")
    return (
        Cell(reading.names.of("persons", line.person)),
        Cell(code_label(line.text("state"), lang)),
        Cell(shown(line.instant("settled_at"))),
        Cell(code_label(reason, lang) if reason else "", (says,) if says else ()),
        Cell(_in_charge(reading, line)),
        Cell(str(line.entry)),
    )


def _in_charge(reading: Reader, line: KeptRow) -> str:
    """The side that holds jurisdiction: the receiving one from receipt on, else who sent."""
    role = PartyRole.RECEIVING if line.text("state") == "received" else PartyRole.SENDING
    terms = reading.terms
    party = next((p for p in terms.parties if p.role is role), None) if terms else None
    if party is None:
        return text(f"documents.party-{role.value}", current())
    soil = f" ({party.jurisdiction})" if party.jurisdiction else ""
    return f"{party.name.in_language(current())}{soil}"
