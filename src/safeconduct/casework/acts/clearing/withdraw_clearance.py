"""Withdrawing a clearance: whoever signed, or a court, takes the signature back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class WithdrawClearance:
    """Whose clearance is withdrawn, and why."""

    person: Annotated[str, Fact("clearances.person")]
    transfer: Annotated[str, Fact("clearances.transfer")]
    reason: Annotated[str, Fact("clearances.reason")] = ""


def plan(asked: WithdrawClearance, situation: Situation) -> Planned:
    """The clearance, withdrawn; the person is proposed again and nothing more."""
    line = situation.known("manifest_lines", line_key(asked.transfer, asked.person))
    if isinstance(line, Finding):
        return (line,)
    clearance = situation.view.row("clearances", line.text("clearance"))
    if clearance is None or line.text("state") != "cleared":
        return (fault("casework.not-signed", "person", person=asked.person),)
    rows = (
        changed(clearance, is_open=False, state="withdrawn", reason=asked.reason),
        changed(line, state="proposed", clearance=None),
    )
    case = situation.case_of(asked.person)
    return Plan(rows, case=case, facts={"transfer": asked.transfer})


WITHDRAW_CLEARANCE = Act(
    "withdraw-clearance", "clearing", Right.WITHDRAW_CLEARANCE, "clearance-withdrawn",
    WithdrawClearance, plan,
)  # fmt: skip
