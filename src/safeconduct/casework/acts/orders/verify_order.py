"""Verifying an order by calling the office back that is said to have issued it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.order_versions import acted_on, order_facts
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class VerifyOrder:
    """Which order the office confirmed."""

    order: Annotated[str, Fact("orders.order")]
    source: Annotated[str, Fact("orders.source")] = ""


def plan(asked: VerifyOrder, situation: Situation) -> Planned:
    """The order, verified. A lift is confirmed by another act, which takes two persons."""
    order = situation.known("orders", asked.order)
    if isinstance(order, Finding):
        return (order,)
    if order.text("kind") == "lift":
        return (fault("casework.lift-is-confirmed", "order", order=order.key),)
    if order.text("verification") == "verified":
        return (fault("casework.verified-already", "order", order=order.key),)
    if not situation.office:
        return (fault("casework.no-office", "order"),)
    if acted_on(order, situation):
        return (fault("casework.second-person", "order", who=situation.actor.name),)
    source = asked.source or order.text("source")
    row = changed(order, verification="verified", verified_by=situation.office, source=source)
    return Plan((row,), case=situation.case_of(order.person), facts=order_facts(row, situation))


VERIFY_ORDER = Act(
    "verify-order", "orders", Right.VERIFY_ORDER, "order-verified", VerifyOrder, plan
)
