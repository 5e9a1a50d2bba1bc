"""Refusing one person at the handover, with the reason; the escort keeps custody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.acts.handover.receive_line import open_line
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import ahead
from safeconduct.casework.subjects import at_the_door
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RefuseLine:
    """Who is refused, and why."""

    person: Annotated[str, Fact("handover_lines.person")]
    transfer: Annotated[str, Fact("handover_lines.transfer")]
    reason: Annotated[str, Fact("handover_lines.reason")]
    says: Annotated[str, Fact("handover_lines.says")] = ""
    settled_at: Annotated[datetime | None, Fact("handover_lines.settled_at")] = None


def plan(asked: RefuseLine, situation: Situation) -> Planned:
    """The line, refused; the person stays in the sending side's charge."""
    line = open_line(situation, asked.transfer, asked.person)
    if isinstance(line, Finding):
        return (line,)
    at = asked.settled_at or situation.now
    if wrong := ahead("settled_at", at, situation.now):
        return wrong
    refused = changed(
        line, is_open=False, state="refused", settled_at=at, reason=asked.reason, says=asked.says
    )
    rows = [refused]
    listed = situation.view.row("manifest_lines", line.key)
    if listed is not None:
        rows.append(changed(listed, is_open=False, state="refused"))
    facts: dict[str, Plain] = {
        "transfer": asked.transfer,
        "at": at.isoformat(),
        "reason": asked.reason,
    }
    return Plan(tuple(rows), case=situation.case_of(asked.person), facts=facts)


REFUSE_LINE = Act(
    "refuse-line", "handover", Right.RECEIVE, "refused-line", RefuseLine, plan, at_the_door
)
