"""Recording a place of detention: recognised, supervised, open to independent inspection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """The place as a register of recognised places lists it."""

    place: Annotated[str, Fact("places.place")]
    jurisdiction: Annotated[str, Fact("places.jurisdiction")] = ""
    recognised: Annotated[bool | None, Fact("places.recognised")] = None
    independent_access: Annotated[bool | None, Fact("places.independent_access")] = None
    supervised_by: Annotated[str, Fact("places.supervised_by")] = ""
    source: Annotated[str, Fact("places.source")] = ""


def plan(asked: RecordPlace, situation: Situation) -> Planned:
    """The place; one that is known gets its next version, and so does what is open to whom."""
    return Plan((stated_row("places", asked, situation),), facts={"place": asked.place})


RECORD_PLACE = Act(
    "record-place", "agreement", Right.KEEP_FRAME, "fact-recorded", RecordPlace, plan
)
