"""Withdrawing a dispute: the side that raised it lets it go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.money.settling import end_dispute
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class WithdrawDispute:
    """Which dispute."""

    dispute: Annotated[str, Fact("disputes.dispute")]


def plan(asked: WithdrawDispute, situation: Situation) -> Planned:
    """The dispute, withdrawn."""
    return end_dispute(asked.dispute, "withdrawn", situation)


WITHDRAW_DISPUTE = Act(
    "withdraw-dispute", "money", Right.DISPUTE_STATEMENT, "statement-disputed",
    WithdrawDispute, plan,
)  # fmt: skip
