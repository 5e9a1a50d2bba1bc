"""Answering a locate request. Only a court's reasoned order that ends can withhold the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.public.locating import restriction_of, whereabouts
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.oversight import restriction_findings
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class AnswerLocation:
    """Which request, about whom, and the court's order where the place is withheld."""

    request: Annotated[str, Fact("locate_requests.request")]
    person: Annotated[str, Fact("locate_requests.person")] = ""
    restriction: Annotated[str, Fact("locate_requests.restriction")] = ""
    restriction_ends_on: Annotated[date | None, Fact("locate_requests.restriction_ends_on")] = None


def plan(asked: AnswerLocation, situation: Situation) -> Planned:
    """The answer; with nobody named, the relation was not shown, and the request says so."""
    request = situation.known("locate_requests", asked.request)
    if isinstance(request, Finding):
        return (request,)
    if request.text("state") != "open":
        return (fault("casework.answered-already", "request"),)
    by = request.instant("answer_by")
    is_late = by is not None and situation.now > by
    late = (notice("casework.answered-late", "request", by=by or ""),) if is_late else ()
    found = _answer(asked, request, situation)
    if isinstance(found, tuple):
        return found
    row = changed(request, is_open=False, answered_at=situation.now, **found)
    case = situation.case_of(asked.person) if asked.person else ""
    return Plan((row,), case=case, findings=late)


def _answer(
    asked: AnswerLocation, request: KeptRow, situation: Situation
) -> dict[str, Cell] | tuple[Finding, ...]:
    person = asked.person or request.person
    if not person:
        return {"state": "refused", "refusal": "no-proof-of-relation"}
    if not asked.restriction:
        place = whereabouts(situation.view, person)
        if not place:
            return (fault("casework.whereabouts-unknown", "person", person=person),)
        return {"person": person, "state": "answered", "answer": place}
    ends = asked.restriction_ends_on
    restriction = restriction_of(asked.restriction, ends, situation.view)
    if lacking := restriction_findings(restriction, situation.now.date()):
        return lacking
    return {
        "person": person, "state": "refused", "refusal": "judicial-restriction",
        "restriction": asked.restriction, "restriction_ends_on": ends,
    }  # fmt: skip


ANSWER_LOCATION = Act(
    "answer-location", "public", Right.ANSWER_LOCATION, "locate-answered", AnswerLocation, plan
)
