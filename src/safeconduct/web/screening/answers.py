"""What a reviewer answered of one person: a decision and its reason for each candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.casework.acts.persons.record_search import RecordSearch
from safeconduct.casework.asking import LONGEST_TEXT
from safeconduct.screening import (
    Candidate,
    Decision,
    Ruling,
    Screened,
    entries_found,
    is_closed,
    standing_decisions,
)

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Searched:
    """What the record is told of a search.

    Attributes:
        register: which of the registers that can be searched.
        keeper: who keeps it.
        at: when its file was handed in and read.
    """

    register: str
    keeper: str
    at: datetime


def ruling_name(candidate: Candidate) -> str:
    """The name of the question for a candidate's decision."""
    return f"ruling-{candidate.record.line}"


def why_name(candidate: Candidate) -> str:
    """The name of the question for a decision's reason."""
    return f"why-{candidate.record.line}"


def decided(
    screened: Screened, posted: Mapping[str, str], by: str, at: datetime
) -> Screened | tuple[Finding, ...]:
    """The person with each candidate's decision beside it; findings where one cannot stand.

    Args:
        screened: the person.
        posted: what stands in the form.
        by: who decides.
        at: when.
    """
    if posted.get("version") != screened.person.version:
        return (Finding(Message.of("web.screening-changed"), Severity.ERROR),)
    if faults := tuple(_faults(screened, posted)):
        return faults
    made = [
        _decision(screened, one, posted, by, at)
        for one in screened.candidates
        if posted.get(ruling_name(one))
    ]
    standing, contradicting = standing_decisions(made, "")
    return contradicting or standing.apply(screened)


def _faults(screened: Screened, posted: Mapping[str, str]) -> Iterator[Finding]:
    for one in screened.candidates:
        ruling, why = posted.get(ruling_name(one), ""), posted.get(why_name(one), "").strip()
        if ruling and ruling not in set(Ruling):
            yield _fault(Message.of("web.screening-ruling-unknown"), ruling_name(one))
        elif ruling and not why:
            yield _fault(
                Message.of("web.screening-why-missing", record=one.record.ref), why_name(one)
            )
        elif len(why) > LONGEST_REASON:
            yield _fault(Message.of("web.screening-why-long", most=LONGEST_REASON), why_name(one))


def _fault(message: Message, column: str) -> Finding:
    return Finding(message, Severity.ERROR, Location(column=column))


def _decision(
    screened: Screened, one: Candidate, posted: Mapping[str, str], by: str, at: datetime
) -> Decision:
    return Decision(
        screened.person.ref,
        screened.person.version,
        one.record.ref,
        one.record.version,
        Ruling(posted[ruling_name(one)]),
        by,
        at,
        " ".join(posted[why_name(one)].split()),
        one.record.line,
    )


def search_of(screened: Screened, searched: Searched) -> RecordSearch | tuple[Finding, ...]:
    """The search for the record: complete only where nothing is left to decide."""
    source = _source(screened, searched)
    if len(source) > LONGEST_TEXT:
        return (Finding(Message.of("web.screening-reasons-long"), Severity.ERROR),)
    return RecordSearch(
        person=screened.person.ref,
        register=searched.register,
        searched_at=searched.at,
        complete=is_closed(screened),
        found=entries_found(screened),
        source=source,
    )


def _source(screened: Screened, searched: Searched) -> str:
    """From what the search is known, with each decision. Records are named by their lines only."""
    covered = screened.coverage
    decisions = (
        f"line {one.record.line}: {one.decision.ruling} ({one.decision.why})"
        if one.decision
        else f"line {one.record.line}: undecided"
        for one in screened.candidates
    )
    head = (
        f"safeconduct screening, register kept by {searched.keeper}, {covered.register}, "
        f"rules {covered.rules}, records {covered.records}, {screened.verdict}"
    )
    return "; ".join((head, *decisions))
