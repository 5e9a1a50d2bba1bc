"""Recording a nationality; somebody may have several, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordNationality:
    """Of which State the person is a national."""

    person: Annotated[str, Fact("nationalities.person")]
    state: Annotated[str, Fact("nationalities.state")]
    source: Annotated[str, Fact("nationalities.source")] = ""


def plan(asked: RecordNationality, situation: Situation) -> Planned:
    """The nationality, attested by the office that records it."""
    return fact_of_person("nationalities", asked, situation, person=asked.person)


RECORD_NATIONALITY = Act(
    "record-nationality", "persons", Right.RECORD_FACT, "fact-recorded", RecordNationality, plan
)
