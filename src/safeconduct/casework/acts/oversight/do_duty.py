"""Recording that a duty was done, by the office that owes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class DoDuty:
    """Which duty was done, and when."""

    duty_item: Annotated[str, Fact("duties.duty_item")]
    done_at: Annotated[datetime | None, Fact("duties.done_at")] = None


def plan(asked: DoDuty, situation: Situation) -> Planned:
    """The duty, done; one that is done late says so."""
    duty = situation.known("duties", asked.duty_item)
    if isinstance(duty, Finding):
        return (duty,)
    if duty.text("state") == "done":
        return (fault("casework.duty-done", "duty_item"),)
    owed_by = duty.text("owed_by")
    if owed_by not in {"", situation.office}:
        return (fault("casework.duty-of-another", "duty_item", office=owed_by),)
    at = asked.done_at or situation.now
    if wrong := ahead("done_at", at, situation.now):
        return wrong
    due = duty.day("due_on")
    is_late = due is not None and at.date() > due
    late = (notice("casework.duty-late", "duty_item", due=due or ""),) if is_late else ()
    done = changed(duty, is_open=False, state="done", done_at=at, done_by=situation.actor.id)
    facts = {"duty": duty.text("duty"), "office": situation.office}
    return Plan((done,), facts={**facts}, findings=late)


DO_DUTY = Act("do-duty", "oversight", Right.DO_DUTY, "fact-recorded", DoDuty, plan)
