"""Disputing a statement, or some days of it: what is disputed is held back, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class DisputeStatement:
    """What is disputed, on which ground, and how much of the total in the smallest unit."""

    statement: Annotated[str, Fact("disputes.statement")]
    ground: Annotated[str, Fact("disputes.ground")]
    amount: Annotated[int | None, Fact("disputes.amount")] = None
    booking: Annotated[str, Fact("disputes.booking")] = ""
    says: Annotated[str, Fact("disputes.says")] = ""
    dispute: Annotated[str, Fact("disputes.dispute")] = ""


def plan(asked: DisputeStatement, situation: Situation) -> Planned:
    """The dispute, open until it is settled or withdrawn."""
    statement = situation.known("statements", asked.statement)
    if isinstance(statement, Finding):
        return (statement,)
    if asked.booking and situation.view.row("bookings", asked.booking) is None:
        return (fault("casework.no-such-row", "booking", key=asked.booking, table="bookings"),)
    total = statement.number("total") or 0
    if asked.amount is not None and not 0 < asked.amount <= total:
        return (fault("casework.amount-beyond", "amount", amount=asked.amount, most=total),)
    more: dict[str, Cell] = {
        "state": "open",
        "disputed_at": situation.now,
        "currency": statement.text("currency"),
    }
    row = stated_row("disputes", asked, situation, key=asked.dispute, more=more)
    if situation.view.row("disputes", row.key) is not None:
        return (fault("casework.key-taken", "dispute", key=row.key, table="disputes"),)
    facts = {"statement": statement.key, "dispute": row.key, "ground": asked.ground}
    return Plan((row, changed(statement, state="disputed")), facts={**facts})


DISPUTE_STATEMENT = Act(
    "dispute-statement", "money", Right.DISPUTE_STATEMENT, "statement-disputed",
    DisputeStatement, plan,
)  # fmt: skip
