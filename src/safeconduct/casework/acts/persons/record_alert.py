"""Recording an alert that a register holds on the person; it is no title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import fact_of_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordAlert:
    """Which alert, in which register."""

    person: Annotated[str, Fact("alerts.person")]
    register: Annotated[str, Fact("alerts.register")]
    kind: Annotated[str, Fact("alerts.kind")]
    state: Annotated[str, Fact("alerts.state")]
    source: Annotated[str, Fact("alerts.source")] = ""


def plan(asked: RecordAlert, situation: Situation) -> Planned:
    """The alert, attested by the office that found it."""
    return fact_of_person("alerts", asked, situation, person=asked.person)


RECORD_ALERT = Act(
    "record-alert", "persons", Right.RECORD_SEARCH, "fact-recorded", RecordAlert, plan
)
