"""Raising a gap: somebody was sent, and nobody says where the person is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.watching import gaps_now
from safeconduct.policy import Right
from safeconduct.transfer import GapKind

KIND = "dispatch-without-receipt"


@dataclass(frozen=True, slots=True)
class RaiseGap:
    """For whom nobody answers, and on which transfer."""

    person: Annotated[str, Fact("incidents.person")]
    transfer: Annotated[str, Fact("incidents.transfer")]


def plan(asked: RaiseGap, situation: Situation) -> Planned:
    """The incident, for both sides, once."""
    gaps = gaps_now(situation.view, situation.now, person=asked.person)
    silent = [one for one in gaps
              if one.kind is GapKind.NO_ANSWER and one.where == asked.transfer]  # fmt: skip
    open_ones = situation.view.rows("incidents", person=asked.person, open_only=True)
    is_known = any(row.text("kind") == KIND for row in open_ones)
    if not silent or is_known:
        return (fault("casework.no-gap", "person", person=asked.person),)
    values: dict[str, Cell] = {
        "kind": KIND, "person": asked.person, "transfer": asked.transfer,
        "happened_at": silent[0].since, "state": "open",
    }  # fmt: skip
    row = NewRow("incidents", situation.names.new("incident"), values, silent[0].since)
    case = situation.case_of(asked.person)
    return Plan((row,), case=case, findings=(silent[0].finding,))


RAISE_GAP = Act("raise-gap", "oversight", Right.RECORD_INCIDENT, "incident", RaiseGap, plan)
