"""Confirming a lift by call-back: two persons of two offices, neither of whom recorded it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.order_versions import acted_on, order_facts
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class ConfirmLift:
    """Which lift the court confirmed when it was called back."""

    order: Annotated[str, Fact("orders.order")]
    source: Annotated[str, Fact("orders.source")] = ""


def plan(asked: ConfirmLift, situation: Situation) -> Planned:
    """The lift's next version; until the second person confirmed, the order stands."""
    lift = situation.known("orders", asked.order)
    if isinstance(lift, Finding):
        return (lift,)
    if wrong := _wrong(lift, situation):
        return wrong
    first = lift.text("verified_by")
    if not first:
        row = changed(lift, verified_by=situation.office)
        waits = (notice("casework.waits-for-second", "order", order=lift.key),)
        return Plan((row,), case=situation.case_of(lift.person), findings=waits,
                    facts=order_facts(row, situation))  # fmt: skip
    if first == situation.office:
        return (fault("casework.second-office", "order", office=first),)
    row = changed(lift, verification="verified", second_by=situation.office)
    facts = {**order_facts(row, situation), "order": lift.text("lifts"), "lift": lift.key}
    return Plan((row,), "stay-lifted", case=situation.case_of(lift.person), facts=facts)


def _wrong(lift: KeptRow, situation: Situation) -> tuple[Finding, ...]:
    if lift.text("kind") != "lift":
        return (fault("casework.no-lift", "order", order=lift.key),)
    if lift.text("verification") != "unverified":
        return (fault("casework.verified-already", "order", order=lift.key),)
    if not situation.office:
        return (fault("casework.no-office", "order"),)
    if acted_on(lift, situation):
        return (fault("casework.second-person", "order", who=situation.actor.name),)
    return ()


CONFIRM_LIFT = Act(
    "confirm-lift", "orders", Right.CONFIRM_LIFT, "order-verified", ConfirmLift, plan
)
