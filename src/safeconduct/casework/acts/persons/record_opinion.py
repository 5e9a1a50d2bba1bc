"""Recording the person's consent or opinion, in the presence of somebody independent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordOpinion:
    """What the person said."""

    person: Annotated[str, Fact("opinions.person")]
    kind: Annotated[str, Fact("opinions.kind")]
    answer: Annotated[str, Fact("opinions.answer")]
    given_at: Annotated[datetime, Fact("opinions.given_at")]
    voluntary: Annotated[bool | None, Fact("opinions.voluntary")] = None
    informed: Annotated[bool | None, Fact("opinions.informed")] = None
    by_representative: Annotated[bool | None, Fact("opinions.by_representative")] = None
    considered: Annotated[bool | None, Fact("opinions.considered")] = None
    source: Annotated[str, Fact("opinions.source")] = ""


def plan(asked: RecordOpinion, situation: Situation) -> Planned:
    """The opinion, attested by the office before which it was given."""
    if wrong := ahead("given_at", asked.given_at, situation.now):
        return wrong
    return fact_of_person("opinions", asked, situation, person=asked.person)


RECORD_OPINION = Act(
    "record-opinion", "persons", Right.RECORD_OPINION, "fact-recorded", RecordOpinion, plan
)
