"""Recording a sentence: its length, its end, and whether it is final."""

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
class RecordSentence:
    """What the judgment says."""

    person: Annotated[str, Fact("sentences.person")]
    state: Annotated[str, Fact("sentences.state")] = ""
    final: Annotated[bool | None, Fact("sentences.final")] = None
    length_months: Annotated[int | None, Fact("sentences.length_months")] = None
    indeterminate: Annotated[bool | None, Fact("sentences.indeterminate")] = None
    starts_on: Annotated[date | None, Fact("sentences.starts_on")] = None
    ends_on: Annotated[date | None, Fact("sentences.ends_on")] = None
    release_on: Annotated[date | None, Fact("sentences.release_on")] = None
    started_in: Annotated[str, Fact("sentences.started_in")] = ""
    expulsion_ordered: Annotated[bool | None, Fact("sentences.expulsion_ordered")] = None
    sentence: Annotated[str, Fact("sentences.sentence")] = ""
    source: Annotated[str, Fact("sentences.source")] = ""


def plan(asked: RecordSentence, situation: Situation) -> Planned:
    """The sentence, attested by the office that records it."""
    return fact_of_person("sentences", asked, situation, person=asked.person)


RECORD_SENTENCE = Act(
    "record-sentence", "persons", Right.FILE_LEGAL_BASIS, "fact-recorded", RecordSentence, plan
)
