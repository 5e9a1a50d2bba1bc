"""Recording an office: what it is, and what a law empowers it to do."""

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
class RecordOffice:
    """The office as an official register lists it."""

    office: Annotated[str, Fact("offices.office")]
    kind: Annotated[str, Fact("offices.kind")]
    jurisdiction: Annotated[str, Fact("offices.jurisdiction")] = ""
    part_of: Annotated[str, Fact("offices.part_of")] = ""
    empowered_to: Annotated[tuple[str, ...], Fact("offices.empowered_to")] = ()
    empowered_by: Annotated[str, Fact("offices.empowered_by")] = ""
    source: Annotated[str, Fact("offices.source")] = ""


def plan(asked: RecordOffice, situation: Situation) -> Planned:
    """The office; one that is known gets its next version."""
    return Plan((stated_row("offices", asked, situation),), facts={"office": asked.office})


RECORD_OFFICE = Act(
    "record-office", "agreement", Right.KEEP_FRAME, "fact-recorded", RecordOffice, plan
)
