"""Answering a complaint: by a court, an inspector or the authority to which it was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from safeconduct.basics import Finding, Severity
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.ports import View
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.subjects import subject_of
from safeconduct.policy import Right, Subject, second_person
from safeconduct.record import Confidentiality


@dataclass(frozen=True, slots=True)
class AnswerComplaint:
    """Which complaint, and the answer."""

    complaint: Annotated[str, Fact("complaints.complaint")]
    answer: Annotated[str, Fact("complaints.answer")]


def subject(asked: AnswerComplaint, view: View) -> Subject:
    """The complaint belongs to the office to which it was sent."""
    row = view.row("complaints", asked.complaint)
    return replace(subject_of(asked, view), office="" if row is None else row.text("sent_to"))


def plan(asked: AnswerComplaint, situation: Situation) -> Planned:
    """The complaint, answered; whoever lodged it does not answer it."""
    complaint = situation.known("complaints", asked.complaint)
    if isinstance(complaint, Finding):
        return (complaint,)
    if complaint.text("state") == "answered":
        return (fault("casework.answered-already", "complaint"),)
    lodger = situation.view.history("complaints", complaint.key)[0].actor
    ruling = second_person(situation.actor, Right.ANSWER_COMPLAINT, {Right.LODGE_COMPLAINT: lodger})
    if not ruling.allowed:
        return (Finding(ruling.because, Severity.ERROR),)
    at, by = situation.now, complaint.instant("answer_by")
    is_late = by is not None and at > by
    late = (notice("casework.answered-late", "complaint", by=by or ""),) if is_late else ()
    answered = changed(
        complaint, is_open=False, state="answered", answer=asked.answer, answered_at=at
    )
    case = situation.case_of(complaint.person)
    secret = Confidentiality.PROTECTED
    return Plan((answered,), case=case, confidentiality=secret, findings=late)


ANSWER_COMPLAINT = Act(
    "answer-complaint", "oversight", Right.ANSWER_COMPLAINT, "fact-recorded",
    AnswerComplaint, plan, subject,
)  # fmt: skip
