"""Postponing a departure: nobody boards after the planned moment without a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class PostponeDeparture:
    """Which transfer, and when it departs now."""

    transfer: Annotated[str, Fact("transfers.transfer")]
    departs_at: Annotated[datetime, Fact("transfers.departs_at")]


def plan(asked: PostponeDeparture, situation: Situation) -> Planned:
    """The transfer with its new departure; what was signed on the old one is read again."""
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    if manifest.text("state") not in {"open", "sealed"}:
        state = manifest.text("state")
        return (fault("casework.departed-already", "transfer", state=state),)
    if asked.departs_at < situation.now:
        return (fault("casework.departure-past", "departs_at", at=asked.departs_at),)
    rows = [changed(manifest, departs_at=asked.departs_at)]
    transfer = situation.view.row("transfers", asked.transfer)
    if transfer is not None:
        rows.append(changed(transfer, departs_at=asked.departs_at))
    facts: dict[str, Plain] = {
        "transfer": asked.transfer, "departs_at": asked.departs_at.isoformat()
    }  # fmt: skip
    return Plan(tuple(rows), facts=facts)


POSTPONE_DEPARTURE = Act(
    "postpone-departure", "manifest", Right.OPEN_MANIFEST, "manifest-opened",
    PostponeDeparture, plan,
)  # fmt: skip
