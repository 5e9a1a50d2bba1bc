"""Entering a handover from paper, afterwards: it happened, whatever was missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.presence import not_announced
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class LateEntry:
    """Who was handed over where and when, as the paper says."""

    person: Annotated[str, Fact("handover_lines.person")]
    transfer: Annotated[str, Fact("handover_lines.transfer")]
    place: Annotated[str, Fact("handovers.place")]
    settled_at: Annotated[datetime, Fact("handover_lines.settled_at")]
    says: Annotated[str, Fact("handover_lines.says")] = ""


def plan(asked: LateEntry, situation: Situation) -> Planned:
    """The line, received on paper; who was on no dispatched manifest opens an incident."""
    at = asked.settled_at
    if wrong := ahead("settled_at", at, situation.now):
        return wrong
    key = line_key(asked.transfer, asked.person)
    line = situation.view.row("handover_lines", key)
    if line is not None and line.text("state") != "dispatched":
        return (fault("casework.line-settled", "person", person=asked.person,
                      state=line.text("state")),)  # fmt: skip
    values: dict[str, Cell] = {
        **({} if line is None else line.values),
        "person": asked.person, "transfer": asked.transfer, "state": "received",
        "settled_at": at, "says": asked.says,
    }  # fmt: skip
    rows = [NewRow("handover_lines", key, values, at, is_open=False), *_listed(key, situation)]
    person = situation.view.row("persons", asked.person)
    if person is not None:
        rows.append(changed(person, taken_in_charge_at=at))
    findings: tuple[Finding, ...] = ()
    if line is None:
        rows += not_announced(situation, asked.person, asked.place, "", at)
        findings = (notice("casework.not-announced", "person", person=asked.person),)
    facts: dict[str, Plain] = {"transfer": asked.transfer, "at": at.isoformat(), "paper": True}
    return Plan(tuple(rows), case=situation.case_of(asked.person), facts=facts, findings=findings)


def _listed(key: str, situation: Situation) -> Iterator[NewRow]:
    listed = situation.view.row("manifest_lines", key)
    if listed is not None:
        yield changed(listed, is_open=False, state="received")


LATE_ENTRY = Act("late-entry", "handover", Right.LATE_ENTRY, "late-entry", LateEntry, plan)
