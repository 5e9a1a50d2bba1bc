"""Recording a search of a register: only a complete one shows that nothing is there."""

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
class RecordSearch:
    """Which register was searched, when, and how much was found."""

    person: Annotated[str, Fact("searches.person")]
    register: Annotated[str, Fact("searches.register")]
    searched_at: Annotated[datetime, Fact("searches.searched_at")]
    complete: Annotated[bool | None, Fact("searches.complete")] = None
    found: Annotated[int | None, Fact("searches.found")] = None
    source: Annotated[str, Fact("searches.source")] = ""


def plan(asked: RecordSearch, situation: Situation) -> Planned:
    """The search, attested by the office that made it."""
    if wrong := ahead("searched_at", asked.searched_at, situation.now):
        return wrong
    return fact_of_person("searches", asked, situation, person=asked.person)


RECORD_SEARCH = Act(
    "record-search", "persons", Right.RECORD_SEARCH, "fact-recorded", RecordSearch, plan
)
