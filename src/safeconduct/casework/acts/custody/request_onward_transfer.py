"""Requesting an onward transfer: nobody is sent to a third State without a gate of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan
from safeconduct.casework.situation import Situation
from safeconduct.casework.stating import stated_row, unknown_person
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class RequestOnwardTransfer:
    """Who is to be sent where."""

    person: Annotated[str, Fact("onward_transfers.person")]
    to_state: Annotated[str, Fact("onward_transfers.to_state")]
    to_place: Annotated[str, Fact("onward_transfers.to_place")] = ""
    says: Annotated[str, Fact("onward_transfers.says")] = ""


def plan(asked: RequestOnwardTransfer, situation: Situation) -> Planned:
    """The request, which permits nothing."""
    if situation.view.row("persons", asked.person) is None:
        return (unknown_person(asked.person),)
    row = stated_row("onward_transfers", asked, situation, more={"state": "requested"})
    return Plan((row,), case=situation.case_of(asked.person))


REQUEST_ONWARD_TRANSFER = Act(
    "request-onward-transfer", "custody", Right.REQUEST_ONWARD_TRANSFER,
    "onward-transfer-requested", RequestOnwardTransfer, plan,
)  # fmt: skip
