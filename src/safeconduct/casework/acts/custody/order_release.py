"""Ordering a release: the clock runs from this second until somebody verified it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.presence import RELEASE_WITHIN
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class OrderRelease:
    """Who must be released, on what ground, and by when."""

    person: Annotated[str, Fact("releases.person")]
    ground: Annotated[str, Fact("releases.ground")]
    order: Annotated[str, Fact("releases.order")] = ""
    due_at: Annotated[datetime | None, Fact("releases.due_at")] = None


def plan(asked: OrderRelease, situation: Situation) -> Planned:
    """The release, due."""
    person = situation.view.row("persons", asked.person)
    if person is None:
        return (unknown_person(asked.person),)
    due = asked.due_at or situation.now + RELEASE_WITHIN
    more: dict[str, Cell] = {"place": person.place, "state": "due", "due_at": due}
    row = stated_row("releases", asked, situation, more=more)
    facts: dict[str, Plain] = {"ground": asked.ground, "due_at": due.isoformat()}
    return Plan((row,), case=situation.case_of(asked.person), facts=facts)


ORDER_RELEASE = Act(
    "order-release", "custody", Right.ORDER_RELEASE, "release-ordered", OrderRelease, plan
)
