"""The pages of a manifest: the board, one person's findings, the signature, the seal."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.basics import Finding, Message
from safeconduct.casework.clearing import findings_digest, findings_of
from safeconduct.casework.judged import Judged, judged
from safeconduct.casework.lines import all_in_the_way, line_key, lines_on
from safeconduct.casework.row import KeptRow
from safeconduct.clearance import Outcome, PersonFindings
from safeconduct.clearance.report import outcome_reads
from safeconduct.facts.describe import code_label
from safeconduct.policy import Right, Subject, may
from safeconduct.store.node import ports
from safeconduct.web.acts.links import ActLink, links
from safeconduct.web.board.matrix import OUTCOME_MARKS, board_of, missing_of
from safeconduct.web.board.told import told
from safeconduct.web.cells import Cell
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import wanted_workbook

LINES = ("person", "state", "proposed_by", "proposed_at", "reason")


@require_safe
@login_required
def board(request: HttpRequest, agreement: str, transfer: str) -> HttpResponse:
    """The manifest board."""
    reading = reader(request, agreement)
    manifest = reading.view.row("manifests", transfer)
    needs(manifest is not None and reading.may(Right.READ_MANIFEST, transfer=transfer))
    lines = reading.view.rows("manifest_lines", transfer=transfer)
    reading.note("manifest-board", (line.person for line in lines), ["manifest_lines"])
    listed = section_of("manifest_lines", lines, reading.names, LINES)
    if (book := wanted_workbook(request, [listed])) is not None:
        return book
    carried = lines_on(reading.view, transfer)
    shows = reading.may(Right.READ_BOARD, transfer=transfer)
    found = _judged(reading, carried) if shows and carried else None
    every = request.GET.get("all") == "1"
    context = {
        "agreement": agreement, "transfer": transfer, "lines": listed, **_head(manifest),
        "board": found and board_of(
            carried, found, reading.names, reading.tables, every_column=every
        ),
        "computed_at": found and found.clearing.computed_at,
        "missing": missing_of(found) if found and _is_all_open(reading) else (),
        "every": every,
        "stops": _stops(reading, transfer),
        "acknowledgements": _acknowledgements(reading, transfer),
        "orders": _orders(reading, transfer),
        "seal": _seal(request, reading, manifest, carried, found) if found else None,
        "acts": _acts(reading, manifest, request.path),
        "screens": _screens(reading, transfer),
        "is_under_way": manifest is not None and manifest.text("state") in {"sealed", "dispatched"},
    }  # fmt: skip
    return render(request, "web/board/board.html", context)


def _is_all_open(reading: Reader) -> bool:
    """Whether nothing that is wanted could tell the reader what is kept back."""
    return {"protection_claims", "assessments", "examinations"} <= reading.tables


def _head(manifest: KeptRow | None) -> dict[str, object]:
    if manifest is None:
        return {}
    return {
        "state": code_label(manifest.text("state"), current()),
        "destination": manifest.text("destination"),
        "departs": manifest.instant("departs_at"),
    }


def _screens(reading: Reader, transfer: str) -> bool:
    """Whether the reader may hold the manifest against a register."""
    now = reading.view.as_of is None
    return now and reading.may(Right.RECORD_SEARCH, transfer=transfer)


ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "open": ("propose", "accept", "refuse-proposal", "withdraw", "postpone-departure"),
        "sealed": ("dispatch", "withdraw-clearance", "postpone-departure"),
        "dispatched": ("hand-over", "turn-back"),
    }
)
"""What can be done with a manifest, by its state."""

ALWAYS = ("report-order", "stop-everything")


def _acts(reading: Reader, manifest: KeptRow | None, then: str) -> tuple[ActLink, ...]:
    if manifest is None:
        return ()
    stopped = ("lift-stop",) if _standing(reading, manifest.key) else ()
    names = (*ACTS.get(manifest.text("state"), ()), *ALWAYS, *stopped)
    return links(reading, names, then, transfer=manifest.key)


def _standing(reading: Reader, transfer: str) -> list[KeptRow]:
    stops = reading.view.rows("stops", open_only=True)
    return [stop for stop in stops if stop.transfer in {"", transfer}]


def _judged(reading: Reader, lines: Sequence[KeptRow]) -> Judged | None:
    terms = reading.terms
    if terms is None:
        return None
    persons = tuple(line.person for line in lines)
    return judged(reading.whole, terms, persons, reading.view.as_of or ports().clock.now())


def _stops(reading: Reader, transfer: str) -> object:
    stops = _standing(reading, transfer)
    return section_of("stops", stops, reading.names, download=False) if stops else None


def _acknowledgements(reading: Reader, transfer: str) -> object:
    rows = reading.view.rows("acknowledgements", transfer=transfer)
    return section_of("acknowledgements", rows, reading.names, download=False) if rows else None


def _orders(reading: Reader, transfer: str) -> object:
    persons = {line.person for line in reading.view.rows("manifest_lines", transfer=transfer)}
    orders = [
        order
        for order in reading.view.rows("orders", open_only=True)
        if order.text("scope") not in {"person", "transfer"}
        or order.person in persons
        or order.transfer == transfer
    ]
    columns = ("order", "kind", "scope", "person", "issued_by", "known_at", "verification")
    return section_of("orders", orders, reading.names, columns) if orders else None


def _seal(
    request: HttpRequest, reading: Reader, manifest: KeptRow | None, lines: Sequence[KeptRow],
    found: Judged,
) -> dict[str, object] | None:  # fmt: skip
    """The button that seals, or everything that stands in its way."""
    if manifest is None or manifest.text("state") != "open" or reading.view.as_of is not None:
        return None
    subject = Subject(reading.agreement, transfer=manifest.key)
    ruling = may(reading.actor, Right.SEAL, subject)
    in_the_way: list[Message | Finding] = [] if ruling.allowed else [ruling.because]
    in_the_way += all_in_the_way(tuple(lines), found.clearing, reading.whole)
    del request
    return {"in_the_way": in_the_way, "key": secrets.token_urlsafe(18)}


@require_safe
@login_required
def findings(request: HttpRequest, agreement: str, transfer: str, person: str) -> HttpResponse:
    """One person's findings, and the signature under them."""
    reading = reader(request, agreement)
    line = reading.view.row("manifest_lines", line_key(transfer, person))
    needs(line is not None and reading.may(Right.READ_BOARD, transfer=transfer, person=person))
    found = _judged(reading, [line]) if line is not None else None
    one = findings_of(found.clearing, person) if found else None
    if line is None or found is None or one is None:
        needs(allowed=False)
        raise AssertionError
    reading.note("findings", [person], ["persons"])
    reads = outcome_reads(one.outcome, current())
    context = {
        "agreement": agreement, "transfer": transfer, "person": person, "line": line,
        "name": reading.names.of("persons", person),
        "outcome": Cell(reads, mark=OUTCOME_MARKS[one.outcome]),
        "findings": told(one, found, reading.tables),
        "problems": [problem.message for problem in one.problems],
        "clearing": found.clearing,
        "digest": findings_digest(found.clearing, one),
        "clearance": reading.view.row("clearances", line.text("clearance")),
        "not_yet": _not_yet(reading, line, one),
        "key": secrets.token_urlsafe(18),
    }  # fmt: skip
    return render(request, "web/board/findings.html", context)


def _not_yet(reading: Reader, line: KeptRow, one: PersonFindings) -> list[Message]:
    """Why this reader cannot sign now; empty where the reader can."""
    subject = Subject(reading.agreement, person=line.person, transfer=line.transfer)
    ruling = may(reading.actor, Right.CLEAR, subject)
    why = [] if ruling.allowed else [ruling.because]
    if one.outcome is not Outcome.NO_BAR_FOUND:
        why.append(Message.of("web.sign-outcome"))
    if reading.actor.id in {line.text("proposer"), line.actor}:
        why.append(Message.of("web.sign-proposer"))
    if line.text("state") != "proposed":
        why.append(Message.of("web.sign-state"))
    if _standing(reading, line.transfer):
        why.append(Message.of("web.sign-stopped"))
    if reading.view.as_of is not None:
        why.append(Message.of("web.sign-earlier"))
    return why
