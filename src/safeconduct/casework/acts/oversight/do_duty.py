"""Recording that a duty was done, by the office or the side that owes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Annotated

from safeconduct.agreement import PartyRole
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead
from safeconduct.casework.watching import duty_items
from safeconduct.oversight import DutyItem
from safeconduct.policy import Right, Role

SIDES: Mapping[Role, PartyRole] = MappingProxyType(
    {
        Role.SENDING_AUTHORITY: PartyRole.SENDING,
        Role.ESCORT: PartyRole.SENDING,
        Role.RECEIVING_AUTHORITY: PartyRole.RECEIVING,
        Role.FACILITY: PartyRole.RECEIVING,
        Role.CLINICIAN: PartyRole.RECEIVING,
    }
)
"""On which side those stand who have duties."""


@dataclass(frozen=True, slots=True)
class DoDuty:
    """Which duty was done, and when."""

    duty_item: Annotated[str, Fact("duties.duty_item")]
    done_at: Annotated[datetime | None, Fact("duties.done_at")] = None


def plan(asked: DoDuty, situation: Situation) -> Planned:
    """The duty, done; one that is done late says so."""
    at = asked.done_at or situation.now
    if wrong := ahead("done_at", at, situation.now):
        return wrong
    row = situation.view.row("duties", asked.duty_item)
    if row is not None:
        return _of_an_office(row, at, situation)
    item = _item(asked.duty_item, situation)
    if item is None:
        return (fault("casework.no-such-row", "duty_item", key=asked.duty_item, table="duties"),)
    return _of_a_side(item, at, situation)


def _of_an_office(duty: KeptRow, at: datetime, situation: Situation) -> Planned:
    if duty.text("state") == "done":
        return (fault("casework.duty-done", "duty_item"),)
    owed_by = duty.text("owed_by")
    if owed_by not in {"", situation.office}:
        return (fault("casework.duty-of-another", "duty_item", office=owed_by),)
    due = duty.day("due_on")
    is_late = due is not None and at.date() > due
    late = (notice("casework.duty-late", "duty_item", due=due or ""),) if is_late else ()
    done = changed(duty, is_open=False, state="done", done_at=at, done_by=situation.actor.id)
    return Plan((done,), facts={"duty": duty.text("duty")}, findings=late)


def _item(key: str, situation: Situation) -> DutyItem | None:
    """The duty of that key among those that have come up."""
    if situation.terms is None:
        return None
    items = duty_items(situation.view, situation.terms, situation.now)
    return next((item for item in items if item.key == key), None)


def _of_a_side(item: DutyItem, at: datetime, situation: Situation) -> Planned:
    roles = situation.actor.roles_in(situation.view.agreement)
    if item.who not in {PartyRole.EITHER, *(SIDES[role] for role in roles if role in SIDES)}:
        return (fault("casework.duty-of-another", "duty_item", office=item.who.value),)
    due, about = item.due_at, item.about
    is_late = due is not None and at > due
    late = (notice("casework.duty-late", "duty_item", due=due or ""),) if is_late else ()
    values: dict[str, Cell] = {
        "duty": item.duty, "clause": item.clause, "person": about.person,
        "transfer": about.transfer, "place": about.place, "owed_by": situation.office,
        "due_on": None if due is None else due.date(), "state": "done", "done_at": at,
        "done_by": situation.actor.id,
    }  # fmt: skip
    row = NewRow("duties", item.key, values, at, is_open=False)
    return Plan((row,), facts={"duty": item.duty}, findings=late)


DO_DUTY = Act("do-duty", "oversight", Right.DO_DUTY, "fact-recorded", DoDuty, plan)
