"""Recording an individual assessment: of the risk in a country, of age, of needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordAssessment:
    """What was assessed, and what came of it."""

    person: Annotated[str, Fact("assessments.person")]
    kind: Annotated[str, Fact("assessments.kind")]
    outcome: Annotated[str, Fact("assessments.outcome")]
    made_on: Annotated[date, Fact("assessments.made_on")]
    about: Annotated[str, Fact("assessments.about")] = ""
    about_place: Annotated[str, Fact("assessments.about_place")] = ""
    individual: Annotated[bool | None, Fact("assessments.individual")] = None
    source: Annotated[str, Fact("assessments.source")] = ""


def plan(asked: RecordAssessment, situation: Situation) -> Planned:
    """The assessment, attested by the office that made it."""
    return fact_of_person("assessments", asked, situation, person=asked.person)


RECORD_ASSESSMENT = Act(
    "record-assessment", "persons", Right.RECORD_ASSESSMENT, "fact-recorded", RecordAssessment, plan
)
