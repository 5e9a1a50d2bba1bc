"""Recording a clinician's examination: fit to travel or not, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordExamination:
    """What the clinician found, as far as others may know."""

    person: Annotated[str, Fact("examinations.person")]
    kind: Annotated[str, Fact("examinations.kind")]
    outcome: Annotated[str, Fact("examinations.outcome")]
    examined_at: Annotated[datetime, Fact("examinations.examined_at")]
    valid_until: Annotated[date | None, Fact("examinations.valid_until")] = None
    source: Annotated[str, Fact("examinations.source")] = ""


def plan(asked: RecordExamination, situation: Situation) -> Planned:
    """The outcome, attested by the clinic."""
    if wrong := ahead("examined_at", asked.examined_at, situation.now):
        return wrong
    return fact_of_person("examinations", asked, situation, person=asked.person)


RECORD_EXAMINATION = Act(
    "record-examination", "persons", Right.RECORD_EXAMINATION, "fact-recorded",
    RecordExamination, plan,
)  # fmt: skip
