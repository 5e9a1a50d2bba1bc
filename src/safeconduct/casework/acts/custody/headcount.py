"""A headcount: how many are there, and how many the register says should be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.bookings import present_at
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import ahead, stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many were counted, where and when."""

    place: Annotated[str, Fact("headcounts.place")]
    counted: Annotated[int, Fact("headcounts.counted")]
    unit: Annotated[str, Fact("headcounts.unit")] = ""
    counted_at: Annotated[datetime | None, Fact("headcounts.counted_at")] = None


def plan(asked: Headcount, situation: Situation) -> Planned:
    """The count beside the register's; where they differ, an incident."""
    at = asked.counted_at or situation.now
    if wrong := ahead("counted_at", at, situation.now):
        return wrong
    if asked.counted < 0:
        return (fault("casework.not-a-number", "counted", said=str(asked.counted)),)
    expected = present_at(situation.view, asked.place, asked.unit, at, situation.now)
    more: dict[str, Cell] = {
        "expected": expected, "counted_at": at, "counted_by": situation.actor.id,
    }  # fmt: skip
    rows = [stated_row("headcounts", asked, situation, happened_at=at, is_open=False, more=more)]
    findings: tuple[Finding, ...] = ()
    if expected != asked.counted:
        values: dict[str, Cell] = {
            "kind": "missing-at-headcount", "place": asked.place, "happened_at": at,
            "state": "open", "says": f"{asked.counted} / {expected}",
        }  # fmt: skip
        rows.append(NewRow("incidents", situation.names.new("incident"), values, at))
        differs = notice("casework.headcount-differs", "counted", counted=asked.counted,
                         expected=expected)  # fmt: skip
        findings = (differs,)
    facts: dict[str, Plain] = {
        "place": asked.place, "counted": asked.counted, "expected": expected,
        "at": at.isoformat(),
    }  # fmt: skip
    return Plan(tuple(rows), facts=facts, findings=findings)


HEADCOUNT = Act("headcount", "custody", Right.HEADCOUNT, "headcount", Headcount, plan)
