"""Lodging a complaint: by the person, counsel, a relative or an inspector; never told to the place.

Its entry cannot be told from others of its class, so that neither the other State nor those who
guard learn that there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.policy import Right, Role

ANSWER_WITHIN = timedelta(days=14)
INQUIRE_WITHIN = timedelta(hours=24)
"""An allegation of torture goes to an independent inquiry at once (Mandela 57(3))."""

_LODGERS = (Role.PERSON, Role.RELATIVE, Role.COUNSEL, Role.INSPECTOR)
_INDEPENDENT = frozenset({"court", "inspectorate", "prosecutor"})


@dataclass(frozen=True, slots=True)
class LodgeComplaint:
    """Of whom, about what, and to which office it goes."""

    person: Annotated[str, Fact("complaints.person")]
    about: Annotated[str, Fact("complaints.about")]
    says: Annotated[str, Fact("complaints.says")]
    sent_to: Annotated[str, Fact("complaints.sent_to")] = ""
    place: Annotated[str, Fact("complaints.place")] = ""


def plan(asked: LodgeComplaint, situation: Situation) -> Planned:
    """The complaint, with the time by which it is answered."""
    person = situation.view.row("persons", asked.person)
    if person is None:
        return (unknown_person(asked.person),)
    if asked.about == "torture" and not _is_independent(asked.sent_to, situation):
        return (fault("casework.torture-goes-outside", "sent_to", office=asked.sent_to),)
    grave = asked.about == "torture"
    more: dict[str, Cell] = {
        "place": asked.place or person.place,
        "lodged_by": _lodger(situation),
        "lodged_at": situation.now,
        "answer_by": situation.now + (INQUIRE_WITHIN if grave else ANSWER_WITHIN),
        "state": "inquiry" if grave else "open",
    }
    row = stated_row("complaints", asked, situation, more=more)
    return Plan((row,), case=situation.case_of(asked.person))


def _is_independent(office: str, situation: Situation) -> bool:
    """Whether the office stands outside both administrations; none named is for the court."""
    row = situation.view.row("offices", office) if office else None
    return not office or (row is not None and row.text("kind") in _INDEPENDENT)


def _lodger(situation: Situation) -> str:
    held = situation.actor.roles_in(situation.view.agreement)
    return next((role.value for role in _LODGERS if role in held), "")


LODGE_COMPLAINT = Act(
    "lodge-complaint", "oversight", Right.LODGE_COMPLAINT, "complaint-lodged",
    LodgeComplaint, plan,
)  # fmt: skip
