"""Lodging a finding of an inspection, with the day by which it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.oversight import ANSWER_WITHIN, Gravity
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class LodgeFinding:
    """What was found, how grave it is, and what is recommended."""

    inspection: Annotated[str, Fact("inspection_findings.inspection")]
    gravity: Annotated[str, Fact("inspection_findings.gravity")]
    says: Annotated[str, Fact("inspection_findings.says")]
    recommends: Annotated[str, Fact("inspection_findings.recommends")] = ""
    finding: Annotated[str, Fact("inspection_findings.finding")] = ""


def plan(asked: LodgeFinding, situation: Situation) -> Planned:
    """The finding; what is only noted asks for no answer."""
    inspection = situation.known("inspections", asked.inspection)
    if isinstance(inspection, Finding):
        return (inspection,)
    if situation.view.row("inspection_findings", asked.finding) is not None:
        table = "inspection_findings"
        return (fault("casework.key-taken", "finding", key=asked.finding, table=table),)
    within = ANSWER_WITHIN[Gravity(asked.gravity)]
    by = None if within is None else situation.now.date() + within
    more: dict[str, Cell] = {"place": inspection.place, "answer_by": by, "state": "open"}
    row = stated_row("inspection_findings", asked, situation, key=asked.finding, more=more)
    facts = {"inspection": inspection.key, "finding": row.key, "gravity": asked.gravity}
    return Plan((row,), facts={**facts})


LODGE_FINDING = Act(
    "lodge-finding", "oversight", Right.LODGE_FINDING, "inspection-finding", LodgeFinding, plan
)
