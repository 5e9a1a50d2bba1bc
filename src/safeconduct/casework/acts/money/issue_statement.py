"""Issuing a statement: computed from the register at this instant, and frozen for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics import ONE_DAY, Finding, Period, WrongInput
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.money.amounts import minor_units
from safeconduct.casework.acts.money.computing import statement_now
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.compensation import freeze, read_frozen
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class IssueStatement:
    """Which days, both included, and by when payment is due."""

    period_from: Annotated[date, Fact("statements.period_from")]
    period_until: Annotated[date, Fact("statements.period_until")]
    due_on: Annotated[date | None, Fact("statements.due_on")] = None
    statement: Annotated[str, Fact("statements.statement")] = ""


def plan(asked: IssueStatement, situation: Situation) -> Planned:
    """The frozen statement, or why there is none."""
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    if wrong := _wrong(asked, situation):
        return wrong
    period = Period(asked.period_from, asked.period_until + ONE_DAY)
    try:
        computed = statement_now(situation.view, situation.terms, period)
    except WrongInput as why:
        return why.findings
    content = freeze(computed, situation.now.date())
    frozen = read_frozen(content)
    values: dict[str, Cell] = {
        "state": "issued", "period_from": asked.period_from, "period_until": asked.period_until,
        "total": minor_units(frozen.total), "currency": frozen.currency.code,
        "frozen": content.decode(), "sha256": frozen.digest, "issued_by": situation.office,
        "issued_at": situation.now, "due_on": asked.due_on,
    }  # fmt: skip
    key = asked.statement or situation.names.new("statement")
    facts = {"statement": key, "digest": frozen.digest, "period": str(frozen.period)}
    row = NewRow("statements", key, values)
    return Plan((row,), facts={**facts}, findings=computed.findings)


def _wrong(asked: IssueStatement, situation: Situation) -> tuple[Finding, ...]:
    first, last = asked.period_from, asked.period_until
    if last < first:
        return (fault("casework.ends-before-start", "period_until", first=first, last=last),)
    if last >= situation.now.date():
        return (fault("casework.period-not-over", "period_until", last=last),)
    for row in situation.view.rows("statements"):
        start, end = row.day("period_from"), row.day("period_until")
        if row.key == asked.statement:
            return (fault("casework.key-taken", "statement", key=row.key, table="statements"),)
        if start is not None and end is not None and start <= last and first <= end:
            return (fault("casework.days-charged", "period_from", statement=row.key),)
    return ()


ISSUE_STATEMENT = Act(
    "issue-statement", "money", Right.ISSUE_STATEMENT, "statement-issued", IssueStatement, plan
)
