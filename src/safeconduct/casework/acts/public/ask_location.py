"""Asking where a person is, with or without an account; whoever shows the relation is told at once.

Without it the request is the same for a person who is held and for one who never was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.public.locating import (
    is_lost,
    proof_of,
    standing_restriction,
    whereabouts,
)
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.ports import View
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.oversight import LocateAnswer, Proof, answer_locate
from safeconduct.policy import Right, Subject

ANSWER_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class AskLocation:
    """Who asks for whom; the code that the person gave, where there is one."""

    asked_by: Annotated[str, Fact("locate_requests.asked_by")]
    relation: Annotated[str, Fact("locate_requests.relation")]
    about: Annotated[str, Fact("locate_requests.about")]
    person: Annotated[str, Fact("locate_requests.person")] = ""
    code: Annotated[str, Fact("contacts.code_digest")] = ""


def subject(asked: AskLocation, view: View) -> Subject:  # noqa: ARG001 - nothing of the person
    """The agreement alone: whether somebody may ask never depends on who is held."""
    return Subject(view.agreement)


def plan(asked: AskLocation, situation: Situation) -> Planned:
    """The request: answered where the relation is shown, else open for an officer."""
    proof = proof_of(asked.person, asked.code, situation)
    values: dict[str, Cell] = {
        "asked_by": asked.asked_by, "relation": asked.relation, "about": asked.about,
        "asked_at": situation.now, "answer_by": situation.now + ANSWER_WITHIN, "state": "open",
    }  # fmt: skip
    key = situation.names.new("request")
    if proof is Proof.NONE:
        told = answer_locate(proof, None, situation.now.date())
        return Plan((NewRow("locate_requests", key, values),), findings=told.findings)
    restriction = standing_restriction(situation.view, asked.person, situation.now.date())
    told = answer_locate(proof, restriction, situation.now.date())
    values |= {"person": asked.person, **_answer(told, asked.person, situation)}
    row = NewRow("locate_requests", key, values, is_open=values["state"] == "open")
    lost = _lost(asked.person, situation)
    case = situation.case_of(asked.person)
    return Plan((row, *lost), case=case, findings=told.findings)


def _lost(person: str, situation: Situation) -> tuple[NewRow, ...]:
    """The incident of somebody whom nobody can find, unless one is open already."""
    incidents = situation.view.rows("incidents", person=person, open_only=True)
    is_known = any(row.text("kind") == "whereabouts-unknown" for row in incidents)
    if is_known or not is_lost(situation.view, person):
        return ()
    values: dict[str, Cell] = {
        "kind": "whereabouts-unknown", "person": person, "happened_at": situation.now,
        "state": "open",
    }  # fmt: skip
    return (NewRow("incidents", situation.names.new("incident"), values),)


def _answer(told: LocateAnswer, person: str, situation: Situation) -> dict[str, Cell]:
    if told.told.value == "held":
        return {"state": "refused", "refusal": "judicial-restriction",
                "answered_at": situation.now}  # fmt: skip
    place = whereabouts(situation.view, person)
    if not place:
        return {}
    return {"state": "answered", "answer": place, "answered_at": situation.now}


ASK_LOCATION = Act(
    "ask-location", "public", Right.ASK_LOCATION, "locate-requested", AskLocation, plan, subject
)
