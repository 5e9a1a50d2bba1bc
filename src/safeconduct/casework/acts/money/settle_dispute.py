"""Settling a dispute: the side that charged says whether it was right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.money.settling import end_dispute
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class SettleDispute:
    """Which dispute, and whether it is upheld or rejected."""

    dispute: Annotated[str, Fact("disputes.dispute")]
    state: Annotated[str, Fact("disputes.state")]


def plan(asked: SettleDispute, situation: Situation) -> Planned:
    """The dispute, settled; one that is upheld asks for a note."""
    if asked.state not in {"upheld", "rejected"}:
        allowed = "upheld, rejected"
        return (fault("casework.not-a-code", "state", said=asked.state, allowed=allowed),)
    settled = end_dispute(asked.dispute, asked.state, situation)
    if isinstance(settled, Plan) and asked.state == "upheld":
        note = notice("casework.note-follows", "dispute", dispute=asked.dispute)
        return Plan(settled.rows, facts=settled.facts, findings=(note,))
    return settled


SETTLE_DISPUTE = Act(
    "settle-dispute", "money", Right.ISSUE_CREDIT, "statement-disputed", SettleDispute, plan
)
