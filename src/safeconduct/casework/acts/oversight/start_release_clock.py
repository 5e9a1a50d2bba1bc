"""Starting a release clock: somebody is held, and the day's question finds that no title stands.

The clock is no decision: it says by when the door is open, and who is told while it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.watching import legality_now
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class StartReleaseClock:
    """Of whom the question is asked again."""

    person: Annotated[str, Fact("releases.person")]


def plan(asked: StartReleaseClock, situation: Situation) -> Planned:
    """The clock; none where a title stands, nobody is held, or a clock runs already."""
    if situation.terms is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    found = legality_now(situation.view, situation.terms, situation.now, asked.person)
    if not found.clocks:
        return (fault("casework.no-clock", "person", person=asked.person),)
    clock = found.clocks[0]
    values: dict[str, Cell] = {
        "person": clock.person, "place": clock.place, "order": clock.order,
        "ground": clock.ground, "state": "due", "due_at": clock.due_at,
    }  # fmt: skip
    row = NewRow("releases", situation.names.new("release"), values)
    facts = {"ground": clock.ground, "due_at": clock.due_at.isoformat()}
    case = situation.case_of(clock.person)
    return Plan((row,), case=case, facts={**facts}, findings=found.findings)


START_RELEASE_CLOCK = Act(
    "start-release-clock", "oversight", Right.ORDER_RELEASE, "release-ordered",
    StartReleaseClock, plan,
)  # fmt: skip
