"""Acknowledging a stop or an order under way: the office says what it is doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Plan, changed
from safeconduct.casework.ports import View
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.policy import Right, Subject


@dataclass(frozen=True, slots=True)
class AcknowledgeStop:
    """Which clock is answered, and what the office is doing."""

    acknowledgement: Annotated[str, Fact("acknowledgements.acknowledgement")]
    doing: Annotated[str, Fact("acknowledgements.doing")]


def plan(asked: AcknowledgeStop, situation: Situation) -> Planned:
    """The acknowledgement, closed; a late one is taken and says so."""
    due = situation.known("acknowledgements", asked.acknowledgement)
    if isinstance(due, Finding):
        return (due,)
    if not due.is_open:
        return (fault("casework.acknowledged-already", "acknowledgement", key=due.key),)
    by, row = (
        due.instant("due_at"),
        changed(
            due,
            is_open=False,
            doing=asked.doing,
            acknowledged_at=situation.now,
            acknowledged_by=situation.actor.id,
        ),
    )
    late = by is not None and situation.now > by
    findings = (notice("casework.acknowledged-late", "", due=by or situation.now),) * late
    facts: dict[str, Plain] = {
        "transfer": due.transfer,
        "office": due.text("office"),
        "doing": asked.doing,
    }
    return Plan((row,), facts=facts, findings=findings)


def subject(asked: AcknowledgeStop, view: View) -> Subject:
    """The transfer that is stopped, and the office that owes the answer."""
    row = view.row("acknowledgements", asked.acknowledgement)
    if row is None:
        return Subject(view.agreement)
    return Subject(view.agreement, transfer=row.transfer, office=row.text("office"))


ACKNOWLEDGE_STOP = Act(
    "acknowledge-stop", "handover", Right.ACKNOWLEDGE_STOP, "stop-acknowledged",
    AcknowledgeStop, plan, subject,
)  # fmt: skip
