"""Recording a return: the person left the facility for the sending State."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import ended
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RecordReturn:
    """Which planned return took place, and when."""

    return_plan: Annotated[str, Fact("returns.return_plan")]
    returned_at: Annotated[datetime | None, Fact("returns.returned_at")] = None


def plan(asked: RecordReturn, situation: Situation) -> Planned:
    """The return, done, and the booking, ended; a hold that still stands is an incident."""
    planned = situation.known("returns", asked.return_plan)
    if isinstance(planned, Finding):
        return (planned,)
    if not planned.is_open:
        return (fault("casework.returned-already", "return_plan", key=planned.key),)
    at = asked.returned_at or situation.now
    if wrong := ahead("returned_at", at, situation.now):
        return wrong
    rows = [changed(planned, is_open=False, state="returned", returned_at=at)]
    bookings = situation.view.rows("bookings", person=planned.person, open_only=True)
    rows += [ended(booking, at, "returned", "") for booking in bookings]
    person = situation.view.row("persons", planned.person)
    if person is not None:
        rows.append(changed(person, held_at=None))
    findings: tuple[Finding, ...] = ()
    if planned.text("hold") not in ("", "none"):
        findings = (notice("casework.returned-despite-hold", "return_plan",
                           hold=planned.text("hold")),)  # fmt: skip
    facts: dict[str, Plain] = {"at": at.isoformat(), "left_how": "returned"}
    return Plan(tuple(rows), case=situation.case_of(planned.person), facts=facts, findings=findings)


RECORD_RETURN = Act(
    "record-return", "custody", Right.RECORD_RETURN, "booked-out", RecordReturn, plan
)
