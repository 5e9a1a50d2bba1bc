"""Planning a return: by when, why, and what holds it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class PlanReturn:
    """Who returns by when; a hold names the order on which it rests."""

    person: Annotated[str, Fact("returns.person")]
    return_by: Annotated[date, Fact("returns.return_by")]
    reason: Annotated[str, Fact("returns.reason")]
    hold: Annotated[str, Fact("returns.hold")] = "none"
    hold_order: Annotated[str, Fact("returns.hold_order")] = ""
    return_plan: Annotated[str, Fact("returns.return_plan")] = ""


def plan(asked: PlanReturn, situation: Situation) -> Planned:
    """The plan, or its next version."""
    person = situation.view.row("persons", asked.person)
    if person is None:
        return (unknown_person(asked.person),)
    if asked.hold != "none" and situation.view.row("orders", asked.hold_order) is None:
        return (fault("casework.hold-without-order", "hold_order", hold=asked.hold),)
    state = "planned" if asked.hold == "none" else "held-up"
    more: dict[str, Cell] = {"place": person.place, "state": state}
    known = situation.view.rows("returns", person=asked.person, open_only=True)
    key = asked.return_plan or (known[0].key if known else situation.names.new("return"))
    row = stated_row("returns", asked, situation, key=key, more=more)
    facts: dict[str, Plain] = {"return_by": asked.return_by.isoformat(), "reason": asked.reason}
    return Plan((row,), case=situation.case_of(asked.person), facts=facts)


PLAN_RETURN = Act("plan-return", "custody", Right.PLAN_RETURN, "return-planned", PlanReturn, plan)
