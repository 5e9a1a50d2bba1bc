"""Handing over: the escort presents those it carried at the place; each line is then settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class HandOver:
    """Which transfer arrived, when, and to which office it is handed."""

    transfer: Annotated[str, Fact("handovers.transfer")]
    received_by: Annotated[str, Fact("handovers.received_by")] = ""
    handed_over_at: Annotated[datetime | None, Fact("handovers.handed_over_at")] = None


def plan(asked: HandOver, situation: Situation) -> Planned:
    """The handover and its manifest; the lines stay open until each is received or refused."""
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    handover = under_way(situation, asked.transfer)
    if handover is None:
        return (fault("casework.not-under-way", "transfer", transfer=asked.transfer),)
    at = asked.handed_over_at or situation.now
    if wrong := ahead("handed_over_at", at, situation.now):
        return wrong
    rows = [
        changed(handover, state="handed-over", handed_over_at=at, received_by=asked.received_by),
        changed(manifest, state="handed-over", handed_over_at=at),
    ]
    transfer = situation.view.row("transfers", asked.transfer)
    if transfer is not None:
        rows.append(changed(transfer, handed_over_at=at))
    facts: dict[str, Plain] = {
        "transfer": asked.transfer,
        "at": at.isoformat(),
        "office": situation.office,
    }
    return Plan(tuple(rows), facts=facts)


def under_way(situation: Situation, transfer: str) -> KeptRow | None:
    """The handover that has been dispatched and not yet ended, if there is one."""
    found = situation.view.rows("handovers", transfer=transfer)
    return next((row for row in found if row.text("state") == "under-way"), None)


HAND_OVER = Act("hand-over", "handover", Right.HAND_OVER, "handed-over", HandOver, plan)
