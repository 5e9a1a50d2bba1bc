"""The handover line by line, and the escort's page for a phone."""

from __future__ import annotations

import secrets

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.casework.row import KeptRow
from safeconduct.facts.declared.kept.handovers import REFUSAL_REASONS
from safeconduct.facts.describe import code_label
from safeconduct.policy import Right
from safeconduct.web.acts.links import ActLink, links
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import section_of


@require_safe
@login_required
def handover(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """Each person who was sent: received, or refused with the reason."""
    reading = reader(request, agreement)
    manifest = reading.view.row("manifests", transfer)
    needs(
        manifest is not None
        and reading.may(Right.READ_MANIFEST, transfer=transfer, **_to(manifest))
    )
    lines = reading.view.rows("handover_lines", transfer=transfer)
    reading.note("handover", (line.person for line in lines), ["handover_lines"])
    context = {
        "agreement": agreement, "transfer": transfer,
        "waiting": [_line(reading, line) for line in lines if line.text("state") == "dispatched"],
        "settled": section_of(
            "handover_lines", [line for line in lines if line.text("state") != "dispatched"],
            reading.names, ("person", "state", "reason", "says", "settled_at"),
        ),
        "reasons": [(code, code_label(code, current())) for code in REFUSAL_REASONS],
        "may_receive": reading.may(Right.RECEIVE, transfer=transfer, **_to(manifest)),
        "stops": _stops(reading, transfer),
        "has_receipt": bool(reading.view.rows("handovers", transfer=transfer)),
    }  # fmt: skip
    return render(request, "web/handover/handover.html", context)


def _to(manifest: KeptRow | None) -> dict[str, str]:
    return {"place": manifest.text("destination")} if manifest is not None else {}


def _line(reading: Reader, line: KeptRow) -> dict[str, str]:
    name = reading.names.of("persons", line.person)
    return {
        "key": line.key,
        "person": line.person,
        "name": name,
        "request": secrets.token_urlsafe(18),
    }


def _stops(reading: Reader, transfer: str) -> list[KeptRow]:
    rows = reading.view.rows("stops", open_only=True)
    return [row for row in rows if row.transfer in {"", transfer}]


@require_safe
@login_required
def escort(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """What an escort needs in the hand: stops first, then the people, then what to record."""
    reading = reader(request, agreement)
    manifest = reading.view.row("manifests", transfer)
    needs(manifest is not None and reading.may(Right.READ_MANIFEST, transfer=transfer))
    if manifest is None:
        raise AssertionError
    lines = reading.view.rows("manifest_lines", transfer=transfer)
    reading.note("escort", (line.person for line in lines), ["manifest_lines"])
    office = reading.actor.office_in(agreement)
    due = [
        row
        for row in reading.view.rows("acknowledgements", transfer=transfer, open_only=True)
        if row.text("office") == office and row.instant("acknowledged_at") is None
    ]
    state = manifest.text("state")
    context = {
        "agreement": agreement, "transfer": transfer, "manifest": manifest,
        "state": code_label(state, current()), "departs": manifest.instant("departs_at"),
        "destination": manifest.text("destination"), "due": due,
        "stops": section_of("stops", _stops(reading, transfer), reading.names, download=False),
        "is_stopped": bool(_stops(reading, transfer)),
        "people": section_of("manifest_lines", lines, reading.names, ("person", "state")),
        "acts": _acts(reading, transfer, state, request.path),
    }  # fmt: skip
    return render(request, "web/handover/escort.html", context)


_ACTS = {
    "sealed": ("dispatch",),
    "dispatched": ("hand-over", "turn-back", "record-escort-event"),
}


def _acts(reading: Reader, transfer: str, state: str, then: str) -> tuple[ActLink, ...]:
    names = (*_ACTS.get(state, ()), "stop-everything")
    return links(reading, names, then, transfer=transfer)
