"""Closing an incident: by an authority, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class CloseIncident:
    """Which incident, and why it is closed."""

    incident: Annotated[str, Fact("incidents.incident")]
    closed_because: Annotated[str, Fact("incidents.closed_because")]


def plan(asked: CloseIncident, situation: Situation) -> Planned:
    """The incident, closed; not by whoever recorded it."""
    incident = situation.known("incidents", asked.incident)
    if isinstance(incident, Finding):
        return (incident,)
    first = situation.view.history("incidents", incident.key)[0]
    if first.actor == situation.actor.id:
        return (fault("casework.second-person", "incident", who=situation.actor.name),)
    row = changed(incident, is_open=False, state="closed", closed_because=asked.closed_because)
    return Plan((row,), case=situation.case_of(incident.person) if incident.person else "")


CLOSE_INCIDENT = Act(
    "close-incident", "custody", Right.CLOSE_INCIDENT, "incident", CloseIncident, plan
)
