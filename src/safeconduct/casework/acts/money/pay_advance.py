"""Recording an advance: money ahead of any statement, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class PayAdvance:
    """How much was paid ahead, in the smallest unit, and for what."""

    amount: Annotated[int, Fact("advances.amount")]
    purpose: Annotated[str, Fact("advances.purpose")]
    reference: Annotated[str, Fact("advances.reference")] = ""
    paid_at: Annotated[datetime | None, Fact("advances.paid_at")] = None
    advance: Annotated[str, Fact("advances.advance")] = ""


def plan(asked: PayAdvance, situation: Situation) -> Planned:
    """The advance, open until it was reported on or used."""
    tariff = situation.terms.tariff if situation.terms is not None else None
    if tariff is None:
        return (fault("casework.no-currency", agreement=situation.view.agreement),)
    at = asked.paid_at or situation.now
    if asked.amount <= 0:
        return (fault("casework.amount-not-positive", "amount", amount=asked.amount),)
    if wrong := ahead("paid_at", at, situation.now):
        return wrong
    more: dict[str, Cell] = {"paid_at": at, "currency": tariff.currency.code}
    row = stated_row("advances", asked, situation, key=asked.advance, happened_at=at,
                     more=more)  # fmt: skip
    if situation.view.row("advances", row.key) is not None:
        return (fault("casework.key-taken", "advance", key=row.key, table="advances"),)
    return Plan((row,), facts={"advance": row.key, "reference": asked.reference})


PAY_ADVANCE = Act("pay-advance", "money", Right.PAY_ADVANCE, "advance-paid", PayAdvance, plan)
