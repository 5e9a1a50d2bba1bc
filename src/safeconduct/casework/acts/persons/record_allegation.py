"""Recording an allegation: sourced, dated, open to be contested, and a ground of nothing."""

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
class RecordAllegation:
    """Who alleges what, and how it can be contested."""

    person: Annotated[str, Fact("allegations.person")]
    made_by: Annotated[str, Fact("allegations.made_by")]
    made_on: Annotated[date, Fact("allegations.made_on")]
    contest_route: Annotated[str, Fact("allegations.contest_route")]
    says: Annotated[str, Fact("allegations.says")] = ""
    allegation: Annotated[str, Fact("allegations.allegation")] = ""
    source: Annotated[str, Fact("allegations.source")] = ""


def plan(asked: RecordAllegation, situation: Situation) -> Planned:
    """The allegation, as one."""
    return fact_of_person("allegations", asked, situation, person=asked.person)


RECORD_ALLEGATION = Act(
    "record-allegation", "persons", Right.RECORD_ALLEGATION, "fact-recorded", RecordAllegation, plan
)
