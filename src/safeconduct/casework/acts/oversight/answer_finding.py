"""Answering a finding: mended, to be mended by a day, or disputed. Only an inspector closes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AnswerFinding:
    """What the administration answers; a promise names its day."""

    finding: Annotated[str, Fact("finding_answers.finding")]
    answers: Annotated[str, Fact("finding_answers.answers")]
    says: Annotated[str, Fact("finding_answers.says")]
    mended_by: Annotated[date | None, Fact("finding_answers.mended_by")] = None


def plan(asked: AnswerFinding, situation: Situation) -> Planned:
    """The answer, public beside the finding."""
    found = situation.known("inspection_findings", asked.finding)
    if isinstance(found, Finding):
        return (found,)
    if not found.is_open:
        return (fault("casework.finding-closed", "finding", finding=found.key),)
    if asked.answers == "will-mend" and asked.mended_by is None:
        return (fault("casework.promise-without-day", "mended_by"),)
    more: dict[str, Cell] = {"place": found.place, "answered_at": situation.now}
    row = stated_row("finding_answers", asked, situation, more=more, is_open=False)
    state = "disputed" if asked.answers == "disputed" else "answered"
    by = found.day("answer_by")
    is_late = by is not None and situation.now.date() > by
    late = (notice("casework.answered-late", "finding", by=by or ""),) if is_late else ()
    facts = {"finding": found.key, "answers": asked.answers}
    return Plan((row, changed(found, state=state)), facts={**facts}, findings=late)


ANSWER_FINDING = Act(
    "answer-finding", "oversight", Right.ANSWER_FINDING, "finding-answered", AnswerFinding, plan
)
