"""Refusing a proposed person: the receiving side does not agree, and the person stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.casework.withdrawing import WITHDRAWABLE, withdrawn
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RefuseProposal:
    """Who is refused."""

    person: Annotated[str, Fact("manifest_lines.person")]
    transfer: Annotated[str, Fact("manifest_lines.transfer")]
    source: Annotated[str, Fact("decisions.source")] = ""


def plan(asked: RefuseProposal, situation: Situation) -> Planned:
    """The decision not to agree, and the line withdrawn."""
    line = situation.known("manifest_lines", line_key(asked.transfer, asked.person))
    if isinstance(line, Finding):
        return (line,)
    if line.text("state") not in WITHDRAWABLE:
        return (fault("casework.line-not-withdrawable", "person", state=line.text("state")),)
    more: dict[str, Cell] = {
        "person": asked.person,
        "kind": "receiving-agrees",
        "answer": "no",
        "decided_on": situation.now.date(),
        "decided_by": situation.office,
    }
    decision = stated_row("decisions", asked, situation, more=more)
    rows = (decision, *withdrawn(line, "refused-by-receiving", situation))
    case = situation.case_of(asked.person)
    return Plan(rows, case=case, facts={"transfer": asked.transfer})


REFUSE_PROPOSAL = Act(
    "refuse-proposal", "manifest", Right.REFUSE_PROPOSAL, "refused", RefuseProposal, plan
)
