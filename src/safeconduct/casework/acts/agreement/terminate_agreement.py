"""Terminating an agreement: from this second nobody is sent; everybody held is still cared for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stopping import acknowledgements_due, transfers_reached
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class TerminateAgreement:
    """On which day it ends; nobody is sent from now on, whatever the day."""

    ends_on: Annotated[date, Fact("agreements.ends_on")]


def plan(asked: TerminateAgreement, situation: Situation) -> Planned:
    """The agreement, terminated, and a stop of every transfer under it."""
    row = situation.view.row("agreements", situation.view.agreement)
    if row is None:
        return (fault("casework.not-adopted", agreement=situation.view.agreement),)
    stop = situation.names.new("stop")
    values: dict[str, Cell] = {
        "state": "standing",
        "reason": "agreement-ended",
        "stopped_by": situation.office,
        "stopped_at": situation.now,
    }
    rows = (
        changed(row, state="terminated", ends_on=asked.ends_on),
        NewRow("stops", stop, values),
        *acknowledgements_due(situation, transfers_reached(situation), stop=stop),
    )
    return Plan(rows, facts={"ends_on": asked.ends_on.isoformat(), "stop": stop})


TERMINATE_AGREEMENT = Act(
    "terminate-agreement", "agreement", Right.TERMINATE_AGREEMENT, "agreement-terminated",
    TerminateAgreement, plan,
)  # fmt: skip
