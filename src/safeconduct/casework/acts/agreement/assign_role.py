"""Assigning a role: a relation to an office, a place, a transfer or a person; rights follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import stated_row
from safeconduct.policy import Relation, Right, Role, clashes


@dataclass(frozen=True, slots=True)
class AssignRole:
    """Whose account, which role, and what it reaches."""

    account: Annotated[str, Fact("roles_held.account")]
    role: Annotated[str, Fact("roles_held.role")]
    office: Annotated[str, Fact("roles_held.office")] = ""
    place: Annotated[str, Fact("roles_held.place")] = ""
    transfer: Annotated[str, Fact("roles_held.transfer")] = ""
    person: Annotated[str, Fact("roles_held.person")] = ""
    state: Annotated[str, Fact("roles_held.state")] = ""
    until: Annotated[datetime | None, Fact("roles_held.until")] = None


def plan(asked: AssignRole, situation: Situation) -> Planned:
    """The role, from now on."""
    if asked.role not in set(Role):
        allowed = ", ".join(role.value for role in Role)
        return (fault("casework.not-a-code", "role", said=asked.role[:80], allowed=allowed),)
    if opposed := clashes(_relation(asked, situation), _held(asked.account, situation)):
        return opposed
    row = stated_row("roles_held", asked, situation, more={"since": situation.now})
    facts = {"role": asked.role, "office": asked.office}
    return Plan((row,), facts={**facts})


def _relation(asked: AssignRole, situation: Situation) -> Relation:
    return Relation(Role(asked.role), situation.view.agreement, asked.office)


def _held(account: str, situation: Situation) -> Iterator[Relation]:
    """The roles that the account holds now under this agreement."""
    for row in situation.view.rows("roles_held", open_only=True):
        if row.text("account") == account:
            yield Relation(Role(row.text("role")), row.agreement, row.text("office"))


ASSIGN_ROLE = Act("assign-role", "agreement", Right.ASSIGN_ROLE, "role-assigned", AssignRole, plan)
