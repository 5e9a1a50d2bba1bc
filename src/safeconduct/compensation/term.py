"""The period of a statement: asked for by a person, and held against the agreement's term."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.agreement.agreement import Agreement, Term
from safeconduct.basics import ONE_DAY, Finding, Location, Message, Period, Severity, WrongInput
from safeconduct.compensation.rows import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class PeriodInTerm:
    """The days that a statement speaks of.

    Attributes:
        period: the days of the asked period that lie in the term.
        findings: a note, where days that were asked for lie outside it.
    """

    period: Period
    findings: tuple[Finding, ...]


def period_in_term(agreement: Agreement, asked: Period) -> PeriodInTerm:
    """Cut the asked period to the agreement's term, and say so where anything was cut.

    A side of the term that no source states sets no limit.

    Raises:
        WrongInput: if no day of the period lies in the term, or the years are beyond reason.
    """
    if asked.start.year <= FIRST_YEAR or asked.last.year >= LAST_YEAR:
        raise WrongInput(
            Finding(
                Message.of("compensation.period-beyond-reason", period=str(asked)), Severity.ERROR
            )
        )
    term, where = agreement.term, Location(clause=agreement.term.citation.clause)
    start = asked.start if term.start is None else max(term.start, asked.start)
    end = asked.end if term.end is None else min(term.end, asked.end)
    words = {
        "agreement": agreement.id,
        "period": str(asked),
        "term": written_term(term),
        "clause": term.citation.clause,
    }
    if end <= start:
        message = Message("compensation.period-outside-term", words)
        raise WrongInput(Finding(message, Severity.ERROR, where))
    period = Period(start, end)
    if period == asked:
        return PeriodInTerm(period, ())
    message = Message("compensation.period-cut-to-term", {**words, "cut": str(period)})
    return PeriodInTerm(period, (Finding(message, Severity.NOTE, where),))


def written_term(term: Term) -> str:
    """The term as people write it: first and last day; ``…`` for a side that no source states."""
    first = "…" if term.start is None else term.start.isoformat()
    last = "…" if term.end is None else (term.end - ONE_DAY).isoformat()
    return f"{first}..{last}"
