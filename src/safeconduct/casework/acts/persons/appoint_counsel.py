"""Recording counsel: who has a mandate, and when the person was seen in confidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AppointCounsel:
    """What is known of the person and counsel."""

    person: Annotated[str, Fact("counsel.person")]
    seen_at: Annotated[datetime | None, Fact("counsel.seen_at")] = None
    mandate: Annotated[bool | None, Fact("counsel.mandate")] = None
    confidential: Annotated[bool | None, Fact("counsel.confidential")] = None
    declined_by_person: Annotated[bool | None, Fact("counsel.declined_by_person")] = None
    source: Annotated[str, Fact("counsel.source")] = ""


def plan(asked: AppointCounsel, situation: Situation) -> Planned:
    """The meeting or the mandate, attested by the office that records it."""
    if wrong := ahead("seen_at", asked.seen_at, situation.now):
        return wrong
    return fact_of_person("counsel", asked, situation, person=asked.person)


APPOINT_COUNSEL = Act(
    "appoint-counsel", "persons", Right.APPOINT_COUNSEL, "fact-recorded", AppointCounsel, plan
)
