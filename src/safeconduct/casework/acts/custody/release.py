"""Releasing: where, when and into whose hands. Custody ends; the case does not, until verified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import before_arrival, ended, open_booking
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead, values_for
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Release:
    """Whose booking ends by release."""

    booking: Annotated[str, Fact("bookings.booking")]
    released_to: Annotated[str, Fact("releases.released_to")]
    ground: Annotated[str, Fact("releases.ground")]
    released_at: Annotated[datetime | None, Fact("releases.released_at")] = None
    evidence: Annotated[str, Fact("releases.evidence")] = ""


def plan(asked: Release, situation: Situation) -> Planned:
    """The booking, ended, and the release, done and not yet verified."""
    booking = open_booking(asked.booking, situation)
    if isinstance(booking, Finding):
        return (booking,)
    at = asked.released_at or situation.now
    if wrong := (*ahead("released_at", at, situation.now), *before_arrival(booking, at)):
        return wrong
    due = situation.view.rows("releases", person=booking.person, open_only=True)
    before = due[0].values if due else {}
    key = due[0].key if due else situation.names.new("release")
    values: dict[str, Cell] = {
        **before, **values_for("releases", asked), "person": booking.person,
        "place": booking.place, "state": "released", "released_at": at,
    }  # fmt: skip
    rows = [NewRow("releases", key, values, at), ended(booking, at, "released", asked.released_to)]
    person = situation.view.row("persons", booking.person)
    if person is not None:
        rows.append(changed(person, held_at=None, released_at=at))
    facts: dict[str, Plain] = {"booking": booking.key, "at": at.isoformat()}
    return Plan(tuple(rows), case=situation.case_of(booking.person), facts=facts)


RELEASE = Act("release", "custody", Right.RELEASE, "released", Release, plan)
