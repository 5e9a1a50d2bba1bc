"""The lines of a manifest: their keys, who is still on it, and what stands in their way."""

from __future__ import annotations

from safeconduct.basics import Finding, Message
from safeconduct.casework.clearing import findings_digest, findings_of
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.clearance import Clearing, Outcome, PersonFindings, Verdict

GONE = frozenset({"withdrawn", "received", "refused", "turned-back"})
"""States of a line that ends there: the person is no longer carried on the manifest."""


def line_key(transfer: str, person: str) -> str:
    """The key of a person's line on a manifest; one person stands on it once."""
    return f"{transfer}/{person}"


def lines_on(view: View, transfer: str) -> tuple[KeptRow, ...]:
    """The lines of those who are still on the manifest."""
    lines = view.rows("manifest_lines", transfer=transfer)
    return tuple(line for line in lines if line.text("state") not in GONE)


def standing_stops(situation: Situation, transfer: str) -> tuple[Finding, ...]:
    """The stops that forbid to go on with a transfer."""
    stops = situation.view.rows("stops", open_only=True)
    return tuple(
        fault("casework.stop-stands", "transfer", stop=stop.key, at=stop.recorded_at)
        for stop in stops
        if stop.transfer in ("", transfer)
    )


def bars_of(one: PersonFindings | None, person: str) -> tuple[Finding, ...]:
    """Why somebody may not go: each condition that is not met or not known, by its clause."""
    if one is None:
        return (fault("casework.not-judged", "person", person=person),)
    if one.outcome is Outcome.NO_BAR_FOUND:
        return ()
    found = [
        fault(
            "casework.not-met" if finding.verdict is Verdict.FALSE else "casework.not-known",
            "person",
            person=person,
            condition=finding.condition.id,
            clause=str(finding.condition.citation.clause),
        )
        for finding in one.findings
        if finding.verdict in {Verdict.FALSE, Verdict.UNKNOWN}
    ]
    found += [_problem(person, problem.message) for problem in one.problems]
    return tuple(found) or (fault("casework.nothing-applied", "person", person=person),)


def _problem(person: str, message: Message) -> Finding:
    return fault("casework.facts-faulty", "person", person=person, why=message)


def signature_gone(
    line: KeptRow, clearing: Clearing, one: PersonFindings, view: View
) -> tuple[Finding, ...]:
    """Why the signature on a line no longer stands; empty while it does."""
    clearance = view.row("clearances", line.text("clearance"))
    if clearance is None or clearance.text("state") != "signed":
        return (fault("casework.not-signed", "person", person=line.person),)
    if clearance.text("digest") != findings_digest(clearing, one):
        at = clearance.recorded_at
        return (fault("casework.signed-on-other-facts", "person", person=line.person, at=at),)
    return ()


def all_in_the_way(
    lines: tuple[KeptRow, ...], clearing: Clearing, view: View
) -> tuple[Finding, ...]:
    """Everything that stands in the way of those on a manifest, person by person."""
    found: list[Finding] = []
    for line in lines:
        one = findings_of(clearing, line.person)
        bars = bars_of(one, line.person)
        found += bars
        if not bars and one is not None:
            found += signature_gone(line, clearing, one, view)
    return tuple(found)
