"""Handing over a shift: who leaves, who takes over, how many are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class HandOverShift:
    """What the outgoing shift tells the incoming one."""

    place: Annotated[str, Fact("shift_handovers.place")]
    incoming: Annotated[str, Fact("shift_handovers.incoming")]
    unit: Annotated[str, Fact("shift_handovers.unit")] = ""
    counted: Annotated[int | None, Fact("shift_handovers.counted")] = None
    says: Annotated[str, Fact("shift_handovers.says")] = ""


def plan(asked: HandOverShift, situation: Situation) -> Planned:
    """The handover of the shift, by whoever acts."""
    more: dict[str, Cell] = {"outgoing": situation.actor.id, "handed_over_at": situation.now}
    row = stated_row("shift_handovers", asked, situation, is_open=False, more=more)
    return Plan((row,))


HAND_OVER_SHIFT = Act(
    "hand-over-shift", "custody", Right.HAND_OVER_SHIFT, "shift-handover", HandOverShift, plan
)
