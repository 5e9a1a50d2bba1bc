"""Placing a legal hold: what a court or a dispute needs is not erased while it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class PlaceLegalHold:
    """Whose data, or with nobody named everybody's, and on which ground."""

    ground: Annotated[str, Fact("legal_holds.ground")]
    person: Annotated[str, Fact("legal_holds.person")] = ""


def plan(asked: PlaceLegalHold, situation: Situation) -> Planned:
    """The hold, until whoever placed it or a court releases it."""
    if asked.person and situation.view.row("persons", asked.person) is None:
        return (unknown_person(asked.person),)
    more: dict[str, Cell] = {"placed_by": situation.office, "placed_at": situation.now}
    row = stated_row("legal_holds", asked, situation, more=more)
    case = situation.case_of(asked.person) if asked.person else ""
    return Plan((row,), case=case, facts={"hold": row.key})


PLACE_LEGAL_HOLD = Act(
    "place-legal-hold", "data", Right.PLACE_LEGAL_HOLD, "hold-placed", PlaceLegalHold, plan
)
