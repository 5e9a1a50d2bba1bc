"""The statement as plain values that canonical JSON can hold, the same in every language."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.agreement.citation import Words
from safeconduct.basics import Message, Period, Severity
from safeconduct.basics.digest import Plain
from safeconduct.compensation.exact import exact_number, exact_text
from safeconduct.compensation.statement import Comparison, FlaggedDays, Line, Statement


def written_statement(statement: Statement) -> dict[str, Plain]:
    """The statement with the keys of the command-line contract, and more.

    Money is text at the currency's scale. A quantity is a number where it is whole, else its exact
    text: a decimal number where it ends (``6.5``), else a fraction (``1/12``). A rate is text as
    the agreement states it; ``factor`` is what indexation multiplies it by.
    """
    return {
        "agreement": str(statement.agreement),
        "title": written_words(statement.title),
        "period": str(statement.period),
        "currency": statement.currency.code,
        "scale": statement.currency.scale,
        "terms_hash": statement.terms_hash,
        "files": [
            {"kind": one.kind, "name": one.name, "digest": one.digest} for one in statement.files
        ],
        "lines": [written_line(line) for line in statement.lines],
        "days": statement.days,
        "total": str(statement.total),
        "comparisons": [_comparison(one) for one in statement.comparisons],
        "flagged": [_flagged(one) for one in statement.flagged],
        "findings": written_messages(
            finding.message
            for finding in statement.findings
            if finding.severity is not Severity.ERROR
        ),
    }


def written_line(line: Line) -> dict[str, Plain]:
    """One line."""
    return {
        "clause": str(line.clause),
        "source": line.source,
        "item": line.item,
        "shape": line.shape,
        "label": written_words(line.label),
        "days": _span(line.stretch),
        "quantity": exact_number(line.quantity),
        "unit": line.unit,
        "rate": exact_text(line.rate),
        "rate_clause": str(line.rate_clause),
        "factor": exact_text(line.factor),
        "amount": str(line.amount),
        "provisional": line.provisional,
        "grade": line.grade.value,
        "assumed": [
            {
                "clause": str(citation.clause),
                "source": citation.source,
                "why": written_words(citation.why) if citation.why else None,
            }
            for citation in line.assumed
        ],
        "notes": written_messages(line.notes),
    }


def written_words(words: Words) -> dict[str, Plain]:
    """A text in the languages of the product."""
    return {"en": words.en, "es": words.es}


def written_messages(messages: Iterable[Message]) -> list[Plain]:
    """Sentences as codes with their values, which wait for a language."""
    return [
        {"code": one.code, "parameters": {k: str(v) for k, v in one.parameters.items()}}
        for one in messages
    ]


def _comparison(one: Comparison) -> dict[str, Plain]:
    return {
        "item": one.item,
        "clause": str(one.clause),
        "bed_days": one.bed_days,
        "amount": None if one.amount is None else str(one.amount),
        "owed": False,
        "why": written_messages([one.why])[0],
    }


def _flagged(one: FlaggedDays) -> dict[str, Plain]:
    return {
        "booking": one.booking,
        "kind": one.kind,
        "days": _span(one.span),
        "bed_days": one.bed_days,
        "why": one.why,
    }


def _span(period: Period) -> dict[str, Plain]:
    return {"from": period.start.isoformat(), "to": period.last.isoformat()}
