"""An absence ends: the person is back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class EndAbsence:
    """Which absence ended, and when."""

    absence: Annotated[str, Fact("absences.absence")]
    returned_at: Annotated[datetime | None, Fact("absences.returned_at")] = None


def plan(asked: EndAbsence, situation: Situation) -> Planned:
    """The absence, closed."""
    absence = situation.known("absences", asked.absence)
    if isinstance(absence, Finding):
        return (absence,)
    if not absence.is_open:
        return (fault("casework.absence-ended", "absence", absence=absence.key),)
    at = asked.returned_at or situation.now
    left = absence.instant("left_at")
    if wrong := ahead("returned_at", at, situation.now):
        return wrong
    if left is not None and at < left:
        return (fault("casework.before-it-began", "returned_at", at=at, began=left),)
    row = changed(absence, is_open=False, returned_at=at)
    facts: dict[str, Plain] = {"booking": absence.text("booking"), "at": at.isoformat()}
    return Plan((row,), case=situation.case_of(absence.person), facts=facts)


END_ABSENCE = Act("end-absence", "custody", Right.RECORD_ABSENCE, "absence-ended", EndAbsence, plan)
