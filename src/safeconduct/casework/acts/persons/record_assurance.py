"""Recording an assurance: whether it is specific, monitored and can be enforced."""

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
class RecordAssurance:
    """What a State promised for this person."""

    person: Annotated[str, Fact("assurances.person")]
    given_by_state: Annotated[str, Fact("assurances.given_by_state")]
    specific: Annotated[bool | None, Fact("assurances.specific")] = None
    monitored: Annotated[bool | None, Fact("assurances.monitored")] = None
    remediable: Annotated[bool | None, Fact("assurances.remediable")] = None
    given_on: Annotated[date | None, Fact("assurances.given_on")] = None
    source: Annotated[str, Fact("assurances.source")] = ""


def plan(asked: RecordAssurance, situation: Situation) -> Planned:
    """The assurance, attested by the office that records it."""
    return fact_of_person("assurances", asked, situation, person=asked.person)


RECORD_ASSURANCE = Act(
    "record-assurance", "persons", Right.RECORD_ASSESSMENT, "fact-recorded", RecordAssurance, plan
)
