"""Recording a payment on a statement; whoever issued it does not record that it was paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding, Severity
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.money.balance import still_due
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right, second_person


@dataclass(frozen=True, slots=True)
class Pay:
    """How much of which statement was paid, in the smallest unit, and the bank's reference."""

    statement: Annotated[str, Fact("payments.statement")]
    amount: Annotated[int, Fact("payments.amount")]
    reference: Annotated[str, Fact("payments.reference")] = ""
    paid_at: Annotated[datetime | None, Fact("payments.paid_at")] = None


def plan(asked: Pay, situation: Situation) -> Planned:
    """The payment; with nothing left due, the statement is paid."""
    statement = situation.known("statements", asked.statement)
    if isinstance(statement, Finding):
        return (statement,)
    at = asked.paid_at or situation.now
    if wrong := (*ahead("paid_at", at, situation.now), *_not_positive(asked.amount)):
        return wrong
    issuer = situation.view.history("statements", statement.key)[0].actor
    ruling = second_person(situation.actor, Right.PAY, {Right.ISSUE_STATEMENT: issuer})
    if not ruling.allowed:
        return (Finding(ruling.because, Severity.ERROR),)
    more: dict[str, Cell] = {"paid_at": at, "currency": statement.text("currency")}
    row = stated_row("payments", asked, situation, happened_at=at, more=more, is_open=False)
    left = still_due(statement, situation.view) - asked.amount
    rows = (row, changed(statement, is_open=False, state="paid")) if left <= 0 else (row,)
    over = (notice("casework.paid-beyond", "amount", over=-left),) if left < 0 else ()
    facts = {"statement": statement.key, "reference": asked.reference}
    return Plan(rows, facts={**facts}, findings=over)


def _not_positive(amount: int) -> tuple[Finding, ...]:
    return () if amount > 0 else (fault("casework.amount-not-positive", "amount", amount=amount),)


PAY = Act("pay", "money", Right.PAY, "paid", Pay, plan)
