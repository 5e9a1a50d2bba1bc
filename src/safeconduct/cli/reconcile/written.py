"""A reconciliation as the command-line contract writes it."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import Finding, Money, advice
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import current
from safeconduct.cli.output import say
from safeconduct.reconciliation import ComparedBook, Difference, Headcounts, Reconciliation


def written(result: Reconciliation, headcounts: Headcounts | None = None) -> dict[str, Plain]:
    """The contract's keys, and more."""
    counted = {} if headcounts is None else {"headcounts": _headcounts(headcounts)}
    return {
        **counted,
        "agreement": str(result.agreement),
        "period": str(result.period) if result.asked else None,
        "currency": result.currency.code,
        "terms_hash": result.terms_hash,
        "ours": _book(result.ours),
        "theirs": _book(result.theirs),
        "matched": result.matched,
        "difference": {"days": result.days, "amount": str(result.amount)},
        "differences": [_difference(one) for one in result.differences],
        "refused": [_finding(one) for one in result.set_aside],
        "findings": [_finding(one) for one in result.findings],
    }


def _book(book: ComparedBook) -> dict[str, Plain]:
    totals = book.totals
    return {
        "file": book.file,
        "digest": book.digest,
        "bookings": totals.bookings,
        "days": totals.days,
        "amount": str(totals.amount),
        "by_own_dates": {"days": totals.own_days, "amount": str(totals.own_amount)},
    }


def _difference(one: Difference) -> dict[str, Plain]:
    return {
        "kind": one.kind.value,
        "booking": one.booking or None,
        "ours_booking": one.ours_booking or None,
        "theirs_booking": one.theirs_booking or None,
        "person": one.person or None,
        "place": one.place or None,
        "ours_days": one.ours_days,
        "theirs_days": one.theirs_days,
        "ours_amount": _money(one.ours_amount),
        "theirs_amount": _money(one.theirs_amount),
        "days": one.days,
        "amount": str(one.amount),
        "clause": one.clause,
        "why": say(one.why),
        "on": one.on.isoformat() if one.on else None,
        "matched_by": one.grounds.value if one.grounds else None,
    }


def _headcounts(headcounts: Headcounts) -> dict[str, Plain]:
    return {
        "counts": headcounts.counts,
        "refused": [_finding(one) for one in headcounts.refused],
        "deviations": [
            {
                "place": one.place,
                "day": one.day.isoformat(),
                "counted_by": one.counted_by or None,
                "counted": one.counted,
                "book": one.side.value,
                "deviation": one.deviation.value,
                "persons": one.persons,
                "least": one.least,
                "most": one.most,
            }
            for one in headcounts.deviations
        ],
    }


def _money(amount: Money | None) -> str | None:
    return None if amount is None else str(amount)


def _finding(finding: Finding) -> dict[str, Plain]:
    where = finding.location
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "reason": f"{say(finding.message)} {advice(finding.message, current())}".strip(),
    }


def all_findings(result: Reconciliation) -> Iterable[Finding]:
    """Rows set aside first, then everything else."""
    return (*result.set_aside, *result.findings)
