"""Agreeing to a proposed person: the receiving side's own decision, person by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.lines import line_key
from safeconduct.casework.plan import Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Accept:
    """To whom the receiving side agrees."""

    person: Annotated[str, Fact("manifest_lines.person")]
    transfer: Annotated[str, Fact("manifest_lines.transfer")]
    source: Annotated[str, Fact("decisions.source")] = ""


def plan(asked: Accept, situation: Situation) -> Planned:
    """The decision to agree, attested by the office that took it."""
    line = situation.known("manifest_lines", line_key(asked.transfer, asked.person))
    if isinstance(line, Finding):
        return (line,)
    more: dict[str, Cell] = {
        "person": asked.person,
        "kind": "receiving-agrees",
        "answer": "yes",
        "decided_on": situation.now.date(),
        "decided_by": situation.office,
    }
    row = stated_row("decisions", asked, situation, more=more)
    case = situation.case_of(asked.person)
    return Plan((row,), case=case, facts={"transfer": asked.transfer})


ACCEPT = Act("accept", "manifest", Right.ACCEPT, "accepted", Accept, plan)
