"""Ending a role: from this second its rights are gone; what was done with them stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class EndRole:
    """Which role is held no more."""

    role_held: Annotated[str, Fact("roles_held.role_held")]


def plan(asked: EndRole, situation: Situation) -> Planned:
    """The role, ended now."""
    held = situation.known("roles_held", asked.role_held)
    if isinstance(held, Finding):
        return (held,)
    row = changed(held, is_open=False, until=situation.now)
    return Plan((row,), facts={"role": held.text("role"), "office": held.text("office")})


END_ROLE = Act("end-role", "agreement", Right.ASSIGN_ROLE, "role-ended", EndRole, plan)
