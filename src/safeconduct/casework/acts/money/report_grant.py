"""Reporting on a grant or an advance: how much of it was spent, and on what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class ReportGrant:
    """Which advance, which days, how much was spent in the smallest unit, and on what."""

    advance: Annotated[str, Fact("grant_reports.advance")]
    period_from: Annotated[date, Fact("grant_reports.period_from")]
    period_until: Annotated[date, Fact("grant_reports.period_until")]
    spent: Annotated[int, Fact("grant_reports.spent")]
    says: Annotated[str, Fact("grant_reports.says")]
    sha256: Annotated[str, Fact("grant_reports.sha256")] = ""


def plan(asked: ReportGrant, situation: Situation) -> Planned:
    """The report; with everything spent, the advance is closed."""
    advance = situation.known("advances", asked.advance)
    if isinstance(advance, Finding):
        return (advance,)
    first, last = asked.period_from, asked.period_until
    if last < first:
        return (fault("casework.ends-before-start", "period_until", first=first, last=last),)
    if asked.spent < 0:
        return (fault("casework.amount-not-positive", "spent", amount=asked.spent),)
    more: dict[str, Cell] = {"currency": advance.text("currency"), "reported_at": situation.now}
    row = stated_row("grant_reports", asked, situation, more=more, is_open=False)
    reported = sum(one.number("spent") or 0 for one in situation.view.rows("grant_reports")
                   if one.text("advance") == advance.key)  # fmt: skip
    left = (advance.number("amount") or 0) - reported - asked.spent
    rows = (row, changed(advance, is_open=False)) if left <= 0 else (row,)
    over = (notice("casework.spent-beyond", "spent", over=-left),) if left < 0 else ()
    return Plan(rows, facts={"advance": advance.key}, findings=over)


REPORT_GRANT = Act("report-grant", "money", Right.REPORT_GRANT, "grant-reported", ReportGrant, plan)
