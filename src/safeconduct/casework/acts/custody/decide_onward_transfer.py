"""Deciding an onward transfer: the sending State's consent, and a new assessment of this person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.onward import onward_bars
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.situation import Situation, fault
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class DecideOnwardTransfer:
    """Whether the sending State consents."""

    onward: Annotated[str, Fact("onward_transfers.onward")]
    sending_consents: Annotated[bool, Fact("onward_transfers.sending_consents")]
    says: Annotated[str, Fact("onward_transfers.says")] = ""


def plan(asked: DecideOnwardTransfer, situation: Situation) -> Planned:
    """Approved only with a new individual assessment for that State, and no claim or order open."""
    request = situation.known("onward_transfers", asked.onward)
    if isinstance(request, Finding):
        return (request,)
    if request.text("state") != "requested":
        state = request.text("state")
        return (fault("casework.onward-decided", "onward", state=state),)
    if asked.sending_consents and (bars := onward_bars(request, situation)):
        return bars
    state = "approved" if asked.sending_consents else "refused"
    row = changed(
        request,
        is_open=asked.sending_consents,
        state=state,
        sending_consents=asked.sending_consents,
        decided_at=situation.now,
        says=asked.says or request.text("says"),
    )
    event = "onward-transfer-approved" if asked.sending_consents else "onward-transfer-refused"
    return Plan((row,), event, case=situation.case_of(request.person))


DECIDE_ONWARD_TRANSFER = Act(
    "decide-onward-transfer", "custody", Right.DECIDE_ONWARD_TRANSFER,
    "onward-transfer-refused", DecideOnwardTransfer, plan,
)  # fmt: skip
