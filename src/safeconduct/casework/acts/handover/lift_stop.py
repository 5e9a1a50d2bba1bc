"""Lifting a stop: by somebody else than who stopped, and never while an order stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class LiftStop:
    """Which stop is lifted."""

    stop: Annotated[str, Fact("stops.stop")]


def plan(asked: LiftStop, situation: Situation) -> Planned:
    """The stop, lifted; what an order forbids stays forbidden by the order itself."""
    stop = situation.known("stops", asked.stop)
    if isinstance(stop, Finding):
        return (stop,)
    if not stop.is_open:
        return (fault("casework.stop-lifted", "stop", stop=stop.key),)
    if stop.actor == situation.actor.id:
        return (fault("casework.second-person", "stop", who=situation.actor.name),)
    if stop.text("reason") == "agreement-ended":
        return (fault("casework.agreement-ended", "stop"),)
    row = changed(
        stop, is_open=False, state="lifted", lifted_at=situation.now, lifted_by=situation.actor.id
    )
    return Plan((row,), facts={"stop": stop.key, "office": situation.office})


LIFT_STOP = Act("lift-stop", "handover", Right.LIFT_STOP, "stop-lifted", LiftStop, plan)
