"""When nobody acts: who is told next, and when.

The steps run from the moment at which the duty fell due. Nobody takes a step back: whoever was told
stays told, and the last to be told is always somebody outside both administrations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from safeconduct.basics import Message
from safeconduct.oversight.deadlines import DueState, Standing
from safeconduct.oversight.floor_duties import Urgency


class Told(StrEnum):
    """Who is told."""

    WHO_OWES = "who-owes"
    CENTRAL_AUTHORITY = "central-authority"
    OTHER_SIDE = "other-side"
    COUNSEL = "counsel"
    INSPECTORATE = "inspectorate"
    COURT = "court"

    @property
    def label(self) -> Message:
        """Who it is, in words."""
        return Message(f"oversight.told-{self.value}")


_OUTSIDE = frozenset({Told.COUNSEL, Told.INSPECTORATE, Told.COURT})


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who is told, and how long after the duty fell due."""

    after: timedelta
    told: Told


def _steps(*rows: tuple[float, Told]) -> tuple[Step, ...]:
    return tuple(Step(timedelta(hours=hours), told) for hours, told in rows)


LADDERS: Mapping[Urgency, tuple[Step, ...]] = MappingProxyType(
    {
        Urgency.LIBERTY: _steps(
            (0, Told.WHO_OWES), (0, Told.CENTRAL_AUTHORITY), (0, Told.OTHER_SIDE),
            (1, Told.COUNSEL), (4, Told.COURT), (24, Told.INSPECTORATE),
        ),
        Urgency.SAFETY: _steps(
            (0, Told.WHO_OWES), (1, Told.CENTRAL_AUTHORITY), (2, Told.OTHER_SIDE),
            (24, Told.INSPECTORATE),
        ),
        Urgency.ORDINARY: _steps(
            (0, Told.WHO_OWES), (48, Told.CENTRAL_AUTHORITY), (168, Told.OTHER_SIDE),
            (720, Told.INSPECTORATE),
        ),
    }
)  # fmt: skip
"""Urgency to steps, in order of time. The hours are the policy of the product."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who has been told of an overdue duty by now, and who is next.

    Attributes:
        told: those who are told by now, in the order of the steps.
        next: who is told next; None where everybody was told, or nothing is overdue.
        next_at: when, aware; None likewise.
    """

    told: tuple[Told, ...]
    next: Told | None
    next_at: datetime | None


def escalation(one: Standing, now: datetime) -> Escalation:
    """Who is told of a duty by a moment, and who next.

    A duty that was done, even late, tells nobody else; one without a time escalates never.
    """
    due = one.item.due_at
    if due is None or one.state not in {DueState.OVERDUE, DueState.DUE}:
        return Escalation((), None, None)
    ladder = LADDERS[one.item.urgency]
    reached = [step for step in ladder if due + step.after < now]
    ahead = [step for step in ladder if due + step.after >= now]
    following = ahead[0] if ahead else None
    return Escalation(
        tuple(step.told for step in reached),
        following.told if following else None,
        due + following.after if following else None,
    )


def ends_outside(urgency: Urgency) -> bool:
    """Whether the last to be told stands outside both administrations."""
    return LADDERS[urgency][-1].told in _OUTSIDE
