"""Turning back: a transfer under way returns with everybody who was not yet received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.handover.hand_over import under_way
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class TurnBack:
    """Which transfer turns back, since when, and to which place."""

    transfer: Annotated[str, Fact("manifests.transfer")]
    turn_back_to: Annotated[str, Fact("manifests.turn_back_to")] = ""
    turned_back_at: Annotated[datetime | None, Fact("manifests.turned_back_at")] = None


def plan(asked: TurnBack, situation: Situation) -> Planned:
    """The manifest, its handover and every line that was not settled, turned back."""
    manifest = situation.known("manifests", asked.transfer)
    if isinstance(manifest, Finding):
        return (manifest,)
    handover = under_way(situation, asked.transfer)
    if handover is None:
        return (fault("casework.not-under-way", "transfer", transfer=asked.transfer),)
    at = asked.turned_back_at or situation.now
    if wrong := ahead("turned_back_at", at, situation.now):
        return wrong
    back = changed(
        manifest, state="turned-back", turned_back_at=at, turn_back_to=asked.turn_back_to
    )
    rows = (
        back,
        changed(handover, is_open=False, state="turned-back"),
        *_lines(asked, at, situation),
    )
    facts: dict[str, Plain] = {"transfer": asked.transfer, "at": at.isoformat()}
    return Plan(rows, facts=facts)


def _lines(asked: TurnBack, at: datetime, situation: Situation) -> Iterator[NewRow]:
    for line in situation.view.rows("handover_lines", transfer=asked.transfer, open_only=True):
        yield changed(line, is_open=False, state="turned-back", settled_at=at)
        listed = situation.view.row("manifest_lines", line.key)
        if listed is not None:
            yield changed(listed, is_open=False, state="turned-back")


TURN_BACK = Act("turn-back", "handover", Right.TURN_BACK, "turned-back", TurnBack, plan)
