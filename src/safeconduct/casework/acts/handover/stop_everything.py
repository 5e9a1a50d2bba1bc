"""Stop everything: one act, effective at once, that each who carries it out must acknowledge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row
from safeconduct.casework.stopping import acknowledgements_due, transfers_reached
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class StopEverything:
    """Why; and which transfer, if not all of them."""

    reason: Annotated[str, Fact("stops.reason")]
    transfer: Annotated[str, Fact("stops.transfer")] = ""
    order: Annotated[str, Fact("stops.order")] = ""


def plan(asked: StopEverything, situation: Situation) -> Planned:
    """The stop, and a clock for each office that must acknowledge it. It is never refused."""
    stop = stated_row(
        "stops",
        asked,
        situation,
        key=situation.names.new("stop"),
        more={
            "state": "standing",
            "stopped_by": situation.office,
            "stopped_at": situation.now,
        },
    )
    reached = transfers_reached(situation, asked.transfer)
    due = acknowledgements_due(situation, reached, stop=stop.key, order=asked.order)
    facts: dict[str, Plain] = {"stop": stop.key, "reason": asked.reason, "transfer": asked.transfer,
             "office": situation.office}  # fmt: skip
    return Plan((stop, *due), facts=facts)


STOP_EVERYTHING = Act(
    "stop-everything", "handover", Right.STOP, "stopped-everything", StopEverything, plan
)
