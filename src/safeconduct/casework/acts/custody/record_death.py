"""Recording a death: never refused, never suppressed, told to an independent authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import ended
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, notice
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordDeath:
    """Who died, when and where, and who was told."""

    person: Annotated[str, Fact("deaths.person")]
    died_at: Annotated[datetime, Fact("deaths.died_at")]
    place: Annotated[str, Fact("deaths.place")] = ""
    circumstances: Annotated[str, Fact("deaths.circumstances")] = ""
    cause: Annotated[str, Fact("deaths.cause")] = ""
    reported_to: Annotated[str, Fact("deaths.reported_to")] = ""
    reported_at: Annotated[datetime | None, Fact("deaths.reported_at")] = None
    next_of_kin_told_at: Annotated[datetime | None, Fact("deaths.next_of_kin_told_at")] = None
    remains: Annotated[str, Fact("deaths.remains")] = ""


def plan(asked: RecordDeath, situation: Situation) -> Planned:
    """The death, its incident, and the end of the booking."""
    if wrong := ahead("died_at", asked.died_at, situation.now):
        return wrong
    at = asked.died_at
    rows = [stated_row("deaths", asked, situation, happened_at=at)]
    values: dict[str, Cell] = {
        "kind": "death", "person": asked.person, "place": asked.place, "happened_at": at,
        "reported_to": asked.reported_to, "reported_at": asked.reported_at,
        "state": "reported" if asked.reported_to else "open",
    }  # fmt: skip
    rows.append(NewRow("incidents", situation.names.new("incident"), values, at))
    bookings = situation.view.rows("bookings", person=asked.person, open_only=True)
    rows += [ended(booking, at, "died", "") for booking in bookings]
    findings: tuple[Finding, ...] = ()
    if not asked.reported_to:
        findings = (notice("casework.death-not-reported", "reported_to"),)
    facts: dict[str, Plain] = {"at": at.isoformat(), "place": asked.place}
    return Plan(tuple(rows), case=situation.case_of(asked.person), facts=facts, findings=findings)


RECORD_DEATH = Act("record-death", "custody", Right.RECORD_DEATH, "died", RecordDeath, plan)
