"""Receiving one person: the receiving side takes charge, from this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead
from safeconduct.casework.subjects import at_the_door
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class ReceiveLine:
    """Who was received, and whether the belongings were complete."""

    person: Annotated[str, Fact("handover_lines.person")]
    transfer: Annotated[str, Fact("handover_lines.transfer")]
    settled_at: Annotated[datetime | None, Fact("handover_lines.settled_at")] = None
    property_complete: Annotated[bool | None, Fact("handover_lines.property_complete")] = None


def plan(asked: ReceiveLine, situation: Situation) -> Planned:
    """The line, received, and the person in the receiving side's charge."""
    line = open_line(situation, asked.transfer, asked.person)
    if isinstance(line, Finding):
        return (line,)
    at = asked.settled_at or situation.now
    if wrong := ahead("settled_at", at, situation.now):
        return wrong
    complete = asked.property_complete
    rows = [
        changed(line, is_open=False, state="received", settled_at=at, property_complete=complete)
    ]
    listed = situation.view.row("manifest_lines", line.key)
    if listed is not None:
        rows.append(changed(listed, is_open=False, state="received"))
    person = situation.view.row("persons", asked.person)
    if person is not None:
        rows.append(changed(person, taken_in_charge_at=at))
    facts: dict[str, Plain] = {
        "transfer": asked.transfer,
        "at": at.isoformat(),
        "office": situation.office,
    }
    return Plan(tuple(rows), case=situation.case_of(asked.person), facts=facts)


def open_line(situation: Situation, transfer: str, person: str) -> KeptRow | Finding:
    """The line of somebody who is under way, or why there is none to settle."""
    line = situation.view.row("handover_lines", line_key(transfer, person))
    if line is None:
        return fault("casework.not-dispatched", "person", person=person, transfer=transfer)
    if line.text("state") != "dispatched":
        return fault("casework.line-settled", "person", person=person, state=line.text("state"))
    return line


RECEIVE_LINE = Act(
    "receive-line", "handover", Right.RECEIVE, "receipted-line", ReceiveLine, plan, at_the_door
)
