"""Withdrawing a person from a manifest: protective, and possible until boarding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.withdrawing import WITHDRAWABLE, withdrawn
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Who is withdrawn, and why."""

    person: Annotated[str, Fact("manifest_lines.person")]
    transfer: Annotated[str, Fact("manifest_lines.transfer")]
    reason: Annotated[str, Fact("manifest_lines.reason")]


def plan(asked: Withdraw, situation: Situation) -> Planned:
    """The line, withdrawn, and the person without the transfer; a sealed list gets shorter."""
    line = situation.known("manifest_lines", line_key(asked.transfer, asked.person))
    if isinstance(line, Finding):
        return (line,)
    if line.text("state") not in WITHDRAWABLE:
        return (fault("casework.line-not-withdrawable", "person", state=line.text("state")),)
    return Plan(
        withdrawn(line, asked.reason, situation),
        case=situation.case_of(asked.person),
        facts={"transfer": asked.transfer, "reason": asked.reason},
    )


WITHDRAW = Act("withdraw", "manifest", Right.WITHDRAW, "withdrawn", Withdraw, plan)
