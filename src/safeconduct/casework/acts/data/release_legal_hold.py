"""Releasing a legal hold: by the office that placed it, or by a court."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.ports import View
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.subjects import subject_named
from safeconduct.policy import Right, Subject


@dataclass(frozen=True, slots=True)
class ReleaseLegalHold:
    """Which hold."""

    hold: Annotated[str, Fact("legal_holds.hold")]


def subject(asked: ReleaseLegalHold, view: View) -> Subject:
    """The hold belongs to the office that placed it."""
    row = view.row("legal_holds", asked.hold)
    if row is None:
        return Subject(view.agreement)
    return replace(subject_named(view, row.person), office=row.text("placed_by"))


def plan(asked: ReleaseLegalHold, situation: Situation) -> Planned:
    """The hold, released."""
    hold = situation.known("legal_holds", asked.hold)
    if isinstance(hold, Finding):
        return (hold,)
    if not hold.is_open:
        return (fault("casework.hold-over", "hold"),)
    released = changed(hold, is_open=False, released_at=situation.now)
    case = situation.case_of(hold.person) if hold.person else ""
    return Plan((released,), case=case, facts={"hold": hold.key})


RELEASE_LEGAL_HOLD = Act(
    "release-legal-hold", "data", Right.RELEASE_LEGAL_HOLD, "hold-released",
    ReleaseLegalHold, plan, subject,
)  # fmt: skip
