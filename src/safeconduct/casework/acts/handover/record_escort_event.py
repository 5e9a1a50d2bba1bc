"""Recording what happened to somebody under way: restraint, aid, force, property."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordEscortEvent:
    """To whom what happened, and when."""

    person: Annotated[str, Fact("escort_events.person")]
    transfer: Annotated[str, Fact("escort_events.transfer")]
    section: Annotated[str, Fact("escort_events.section")]
    says: Annotated[str, Fact("escort_events.says")]
    noted_at: Annotated[datetime | None, Fact("escort_events.noted_at")] = None


def plan(asked: RecordEscortEvent, situation: Situation) -> Planned:
    """The event; where force was used, an incident with it."""
    at = asked.noted_at or situation.now
    if wrong := ahead("noted_at", at, situation.now):
        return wrong
    rows = [stated_row("escort_events", asked, situation, happened_at=at, more={"noted_at": at})]
    if asked.section == "force":
        values: dict[str, Cell] = {
            "kind": "force", "person": asked.person, "transfer": asked.transfer,
            "happened_at": at, "says": asked.says, "force_used": True, "state": "open",
        }  # fmt: skip
        rows.append(NewRow("incidents", situation.names.new("incident"), values, at))
    return Plan(tuple(rows), case=situation.case_of(asked.person))


RECORD_ESCORT_EVENT = Act(
    "record-escort-event", "handover", Right.RECORD_ESCORT_EVENT, "incident",
    RecordEscortEvent, plan,
)  # fmt: skip
