"""Giving an undertaking to a court: it binds whoever gave it as a stay does, from this second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.order_versions import order_facts
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row
from safeconduct.casework.stopping import acknowledgements_due, transfers_reached
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class GiveUndertaking:
    """For whom it was given; without person and transfer it is for everybody."""

    person: Annotated[str, Fact("orders.person")] = ""
    transfer: Annotated[str, Fact("orders.transfer")] = ""
    ends_at: Annotated[datetime | None, Fact("orders.ends_at")] = None
    order: Annotated[str, Fact("orders.order")] = ""
    source: Annotated[str, Fact("orders.source")] = ""


def plan(asked: GiveUndertaking, situation: Situation) -> Planned:
    """An order that is verified by whoever gave it, and who must acknowledge it."""
    scope = "person" if asked.person else "transfer" if asked.transfer else "all"
    row = stated_row(
        "orders",
        asked,
        situation,
        more={
            "kind": "undertaking",
            "scope": scope,
            "form": "written",
            "issued_by": situation.office,
            "issued_at": situation.now,
            "known_at": situation.now,
            "verification": "verified",
            "verified_by": situation.office,
        },
    )
    person = situation.view.row("persons", asked.person) if asked.person else None
    reached = transfers_reached(situation, asked.transfer or (person.transfer if person else ""))
    due = acknowledgements_due(situation, reached, order=row.key)
    case = situation.case_of(asked.person) if asked.person else ""
    return Plan((row, *due), case=case, facts=order_facts(row, situation))


GIVE_UNDERTAKING = Act(
    "give-undertaking", "orders", Right.GIVE_UNDERTAKING, "undertaking-given", GiveUndertaking,
    plan,
)  # fmt: skip
