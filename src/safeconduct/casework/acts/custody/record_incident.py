"""Recording an incident: what happened, to whom, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordIncident:
    """What happened."""

    kind: Annotated[str, Fact("incidents.kind")]
    place: Annotated[str, Fact("incidents.place")] = ""
    person: Annotated[str, Fact("incidents.person")] = ""
    transfer: Annotated[str, Fact("incidents.transfer")] = ""
    happened_at: Annotated[datetime | None, Fact("incidents.happened_at")] = None
    says: Annotated[str, Fact("incidents.says")] = ""
    force_used: Annotated[bool | None, Fact("incidents.force_used")] = None
    reported_to: Annotated[str, Fact("incidents.reported_to")] = ""
    reported_at: Annotated[datetime | None, Fact("incidents.reported_at")] = None


def plan(asked: RecordIncident, situation: Situation) -> Planned:
    """The incident, open until an authority closes it."""
    at = asked.happened_at or situation.now
    if wrong := ahead("happened_at", at, situation.now):
        return wrong
    state = "reported" if asked.reported_to else "open"
    row = stated_row(
        "incidents", asked, situation, happened_at=at, more={"happened_at": at, "state": state}
    )
    return Plan((row,), case=situation.case_of(asked.person) if asked.person else "")


RECORD_INCIDENT = Act(
    "record-incident", "custody", Right.RECORD_INCIDENT, "incident", RecordIncident, plan
)
