"""Answering a contest without a change: what is recorded is upheld, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AnswerContest:
    """Which contest, and why what is recorded stays as it is."""

    contest: Annotated[str, Fact("contests.contest")]
    answer: Annotated[str, Fact("contests.answer")]


def plan(asked: AnswerContest, situation: Situation) -> Planned:
    """The contest, answered; a court can be asked to review it."""
    contest = situation.known("contests", asked.contest)
    if isinstance(contest, Finding):
        return (contest,)
    if contest.text("state") != "open":
        return (fault("casework.contest-over", "contest", state=contest.text("state")),)
    at = situation.now
    upheld = changed(contest, is_open=False, state="upheld", answer=asked.answer, answered_at=at)
    return Plan((upheld,), case=situation.case_of(contest.person))


ANSWER_CONTEST = Act("answer-contest", "data", Right.RECTIFY, "fact-rectified", AnswerContest, plan)
