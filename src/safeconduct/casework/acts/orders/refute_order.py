"""Refuting the report of an order: the court that is said to have issued it never did."""

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
class RefuteOrder:
    """Which report is wrong, and what shows it."""

    order: Annotated[str, Fact("orders.order")]
    source: Annotated[str, Fact("orders.source")]


def plan(asked: RefuteOrder, situation: Situation) -> Planned:
    """The report, refuted; a verified order ends by a lift alone."""
    order = situation.known("orders", asked.order)
    if isinstance(order, Finding):
        return (order,)
    if order.text("verification") == "verified":
        return (fault("casework.verified-already", "order", order=order.key),)
    if not situation.office:
        return (fault("casework.no-office", "order"),)
    if acted_on(order, situation):
        return (fault("casework.second-person", "order", who=situation.actor.name),)
    row = changed(order, verification="refuted", verified_by=situation.office, source=asked.source)
    return Plan((row,), case=situation.case_of(order.person), facts=order_facts(row, situation))


REFUTE_ORDER = Act(
    "refute-order", "orders", Right.REFUTE_ORDER, "order-verified", RefuteOrder, plan
)
