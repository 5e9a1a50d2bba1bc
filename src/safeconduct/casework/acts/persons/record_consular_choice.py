"""Recording that the person was told of the consulate, and what the person chose."""

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
class RecordConsularChoice:
    """When the person was told, and the choice."""

    person: Annotated[str, Fact("consular_choices.person")]
    told_at: Annotated[datetime | None, Fact("consular_choices.told_at")] = None
    choice: Annotated[str, Fact("consular_choices.choice")] = ""
    notified_at: Annotated[datetime | None, Fact("consular_choices.notified_at")] = None
    source: Annotated[str, Fact("consular_choices.source")] = ""


def plan(asked: RecordConsularChoice, situation: Situation) -> Planned:
    """The choice; a consulate reads of its nationals only when they asked."""
    if wrong := ahead("told_at", asked.told_at, situation.now):
        return wrong
    return fact_of_person("consular_choices", asked, situation, person=asked.person)


RECORD_CONSULAR_CHOICE = Act(
    "record-consular-choice", "persons", Right.RECORD_CONSULAR_CHOICE, "fact-recorded",
    RecordConsularChoice, plan,
)  # fmt: skip
