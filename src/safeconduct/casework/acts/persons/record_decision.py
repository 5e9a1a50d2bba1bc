"""Recording a decision of an authority on one person."""

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
class RecordDecision:
    """What was decided."""

    person: Annotated[str, Fact("decisions.person")]
    kind: Annotated[str, Fact("decisions.kind")]
    answer: Annotated[str, Fact("decisions.answer")]
    decided_on: Annotated[date, Fact("decisions.decided_on")]
    source: Annotated[str, Fact("decisions.source")] = ""


def plan(asked: RecordDecision, situation: Situation) -> Planned:
    """The decision, as one of the office that records it."""
    return fact_of_person(
        "decisions", asked, situation, person=asked.person, more={"decided_by": situation.office}
    )


RECORD_DECISION = Act(
    "record-decision", "persons", Right.RECORD_DECISION, "fact-recorded", RecordDecision, plan
)
