"""Recording a tour by officials or press. It counts as no inspection, whoever came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.oversight import OfficialVisit, visit_findings
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordOfficialVisit:
    """Who came, when, whether persons were met, and whether images were made."""

    place: Annotated[str, Fact("official_visits.place")]
    by: Annotated[str, Fact("official_visits.by")]
    visited_on: Annotated[date, Fact("official_visits.visited_on")]
    met_persons: Annotated[bool | None, Fact("official_visits.met_persons")] = None
    images_made: Annotated[bool | None, Fact("official_visits.images_made")] = None
    says: Annotated[str, Fact("official_visits.says")] = ""


def plan(asked: RecordOfficialVisit, situation: Situation) -> Planned:
    """The visit; images of detained persons are a finding."""
    if asked.visited_on > situation.now.date():
        day, today = asked.visited_on, situation.now.date()
        return (fault("casework.not-yet", "visited_on", at=day, now=today),)
    row = stated_row("official_visits", asked, situation, is_open=False)
    visit = OfficialVisit(row.key, asked.place, asked.by, asked.visited_on, asked.images_made)
    facts = {"place": asked.place, "by": asked.by, "on": asked.visited_on.isoformat()}
    return Plan((row,), facts={**facts}, findings=visit_findings([visit]))


RECORD_OFFICIAL_VISIT = Act(
    "record-official-visit", "oversight", Right.RECORD_OFFICIAL_VISIT, "official-visit",
    RecordOfficialVisit, plan,
)  # fmt: skip
