"""An absence begins: where the person is meanwhile, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import before_arrival, open_booking
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class BeginAbsence:
    """Who left for what, when, and is expected back when."""

    booking: Annotated[str, Fact("absences.booking")]
    kind: Annotated[str, Fact("absences.kind")]
    whereabouts: Annotated[str, Fact("absences.whereabouts")]
    left_at: Annotated[datetime | None, Fact("absences.left_at")] = None
    expected_at: Annotated[datetime | None, Fact("absences.expected_at")] = None


def plan(asked: BeginAbsence, situation: Situation) -> Planned:
    """The absence, open; an escape is an incident too."""
    booking = open_booking(asked.booking, situation)
    if isinstance(booking, Finding):
        return (booking,)
    at = asked.left_at or situation.now
    if wrong := (*ahead("left_at", at, situation.now), *before_arrival(booking, at)):
        return wrong
    more: dict[str, Cell] = {"person": booking.person, "place": booking.place, "left_at": at}
    rows = [stated_row("absences", asked, situation, happened_at=at, more=more)]
    if asked.kind == "escape":
        values: dict[str, Cell] = {
            "kind": "escape", "person": booking.person, "place": booking.place,
            "booking": booking.key, "happened_at": at, "state": "open",
        }  # fmt: skip
        rows.append(NewRow("incidents", situation.names.new("incident"), values, at))
    facts: dict[str, Plain] = {"booking": booking.key, "at": at.isoformat()}
    return Plan(tuple(rows), case=situation.case_of(booking.person), facts=facts)


BEGIN_ABSENCE = Act(
    "begin-absence", "custody", Right.RECORD_ABSENCE, "absence-began", BeginAbsence, plan
)
