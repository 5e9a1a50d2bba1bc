"""Closing a finding: an inspector saw that it is mended. With the last one the inspection ends."""

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
class CloseFinding:
    """Which finding was seen to be mended."""

    finding: Annotated[str, Fact("inspection_findings.finding")]


def plan(asked: CloseFinding, situation: Situation) -> Planned:
    """The finding, mended."""
    found = situation.known("inspection_findings", asked.finding)
    if isinstance(found, Finding):
        return (found,)
    if not found.is_open:
        return (fault("casework.finding-closed", "finding", finding=found.key),)
    rows = [changed(found, is_open=False, state="mended")]
    inspection = situation.view.row("inspections", found.text("inspection"))
    others = (
        one
        for one in situation.view.rows("inspection_findings", open_only=True)
        if one.key != found.key and one.text("inspection") == found.text("inspection")
    )
    if inspection is not None and next(others, None) is None:
        rows.append(changed(inspection, is_open=False, state="closed"))
    return Plan(tuple(rows), facts={"finding": found.key, "state": "mended"})


CLOSE_FINDING = Act(
    "close-finding", "oversight", Right.CLOSE_FINDING, "inspection-finding", CloseFinding, plan
)
