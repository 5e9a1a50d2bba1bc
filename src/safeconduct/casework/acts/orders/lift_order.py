"""Recording that a court lifted an order. It ends nothing until two persons have called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right

_KEPT = ("scope", "person", "transfer", "destination", "class")


@dataclass(frozen=True, slots=True)
class LiftOrder:
    """The court's act that ends the order."""

    order: Annotated[str, Fact("orders.lifts")]
    issued_by: Annotated[str, Fact("orders.issued_by")]
    issued_at: Annotated[datetime, Fact("orders.issued_at")]
    form: Annotated[str, Fact("orders.form")] = ""
    effective_at: Annotated[datetime | None, Fact("orders.effective_at")] = None
    lift: Annotated[str, Fact("orders.order")] = ""
    source: Annotated[str, Fact("orders.source")] = ""


def plan(asked: LiftOrder, situation: Situation) -> Planned:
    """The lift, unverified, with the reach of the order that it is said to end."""
    order = situation.known("orders", asked.order)
    if isinstance(order, Finding):
        return (order,)
    if order.text("kind") == "lift":
        return (fault("casework.lift-of-lift", "order", order=order.key),)
    if wrong := ahead("issued_at", asked.issued_at, situation.now):
        return wrong
    key = asked.lift or situation.names.new("lift")
    if situation.view.row("orders", key) is not None:
        return (fault("casework.key-taken", "lift", key=key, table="orders"),)
    values = {
        **{name: order.values.get(name) for name in _KEPT},
        "kind": "lift",
        "lifts": order.key,
        "issued_by": asked.issued_by,
        "issued_at": asked.issued_at,
        "effective_at": asked.effective_at,
        "form": asked.form,
        "known_at": situation.now,
        "verification": "unverified",
        **situation.attested(asked.source),
    }
    case = situation.case_of(order.person) if order.person else ""
    waits = notice("casework.lift-waits", "order", order=order.key)
    facts: dict[str, Plain] = {
        "order": key,
        "lifts": order.key,
        "kind": "lift",
        "office": situation.office,
    }
    return Plan((NewRow("orders", key, values),), case=case, facts=facts, findings=(waits,))


LIFT_ORDER = Act("lift-order", "orders", Right.LIFT_ORDER, "order-received", LiftOrder, plan)
