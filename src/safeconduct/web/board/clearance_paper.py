"""A signed clearance on paper: what was found when it was signed, and under which digests."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from safeconduct.basics import text
from safeconduct.casework.clearing import findings_digest, findings_of
from safeconduct.casework.judged import Judged, judged
from safeconduct.casework.lines import line_key
from safeconduct.casework.row import KeptRow
from safeconduct.casework.terms import terms_in_force
from safeconduct.clearance import PersonFindings
from safeconduct.clearance.report import outcome_reads
from safeconduct.documents import Block, Cell, Facts, Heading, Notice, Paragraph, Table
from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.board.told import Fact, Told, told
from safeconduct.web.handover.proof import as_pdf, paper, proof_of
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.shown import shown

HASHES = ("digest", "terms_hash", "floor_hash", "facts_hash")
COLUMNS = ("web.fact", "web.value", "web.recorded-at", "web.attested-by")


@require_safe
@login_required
def clearance(request: HttpRequest, agreement: str, transfer: str, person: str) -> HttpResponse:
    """The clearance that stands as a PDF; one that was withdrawn has none."""
    reading = reader(request, agreement)
    line = reading.view.row("manifest_lines", line_key(transfer, person))
    needs(line is not None and reading.may(Right.READ_BOARD, transfer=transfer, person=person))
    signed = reading.view.row("clearances", line.text("clearance")) if line else None
    needs(signed is not None and signed.text("state") == "signed")
    if signed is None:
        raise AssertionError
    reading.note("clearance-on-paper", [person], ["clearances", "persons"])
    found = _found(signed)
    blocks: tuple[Block, ...] = (
        *_outcome(found),
        Facts(tuple(_facts(reading, signed, found))),
        *_findings(reading, found),
        *proof_of(request, agreement, signed.entry),
    )
    title = text("web.paper-clearance", current()).format(person=person)
    return as_pdf(paper(title, f"{agreement} · {transfer}", person, blocks), "clearance")


def _found(signed: KeptRow) -> tuple[PersonFindings, Judged] | None:
    """What was found at the signature; None where it does not give the signed digest again.

    What was erased since, or an evaluator of another version, gives another digest; findings that
    nobody signed are not printed beneath a signature.
    """
    at = signed.instant("signed_at") or signed.recorded_at
    view = ports().store.view(signed.agreement, signed.recorded_at)
    terms = terms_in_force(view)
    found = judged(view, terms, (signed.person,), at) if terms is not None else None
    one = findings_of(found.clearing, signed.person) if found else None
    if found is None or one is None:
        return None
    same = findings_digest(found.clearing, one) == signed.text("digest")
    return (one, found) if same else None


def _outcome(found: tuple[PersonFindings, Judged] | None) -> Iterator[Block]:
    if found is None:
        yield Notice(text("web.paper-not-again", current()))
        return
    yield Notice(outcome_reads(found[0].outcome, current()))
    yield Paragraph(text("web.paper-no-approval", current()))


def _facts(
    reading: Reader, signed: KeptRow, found: tuple[PersonFindings, Judged] | None
) -> Iterator[tuple[str, str]]:
    lang = current()
    yield text("web.paper-person", lang), reading.names.of("persons", signed.person)
    yield text("web.paper-signer", lang), signed.actor_name
    yield text("web.paper-office", lang), signed.text("office")
    yield text("web.paper-signed-at", lang), shown(signed.instant("signed_at"))
    if found is not None:
        clearing = found[1].clearing
        yield text("web.paper-facts-as-of", lang), shown(clearing.facts_as_of)
        yield text("web.paper-law-as-of", lang), shown(clearing.law_as_of)
        yield text("web.paper-computed-at", lang), shown(clearing.computed_at)
    for name in HASHES:
        yield text(f"web.paper-{name.replace('_', '-')}", lang), signed.text(name)
    yield text("web.paper-evaluator", lang), signed.text("evaluator")


def _findings(reading: Reader, found: tuple[PersonFindings, Judged] | None) -> Iterator[Block]:
    if found is None:
        return
    shown_ones = told(*found, reading.tables)
    if len(shown_ones) < len(found[0].findings):
        yield Paragraph(text("web.paper-kept-back", current()))
    for one in shown_ones:
        yield Heading(one.says, 2)
        yield Facts(tuple(_of(one)))
        if one.facts:
            headings = tuple(text(code, current()) for code in COLUMNS)
            yield Table(headings, tuple(_evidence(fact) for fact in one.facts), wide=(0, 1))


def _of(one: Told) -> Iterator[tuple[str, str]]:
    yield one.reads, one.why
    yield text("web.clause", current()), f"{one.clause}, {one.source}"


def _evidence(fact: Fact) -> tuple[Cell, ...]:
    return Cell(fact.name), Cell(fact.value), Cell(fact.as_of), Cell(fact.attested_by)
