"""Acknowledgement clocks: who must say that a stop has reached them, and by when.

A stop binds from the moment at which it is known; the clock is not what makes it bind, but what
shows that it was heard. A carrier that is silent has not been excused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safeconduct.agreement.floor import floor


class ClockState(StrEnum):
    """Where a clock stands."""

    RUNNING = "running"
    STOPPED = "stopped"
    """Acknowledged in time."""

    LATE = "late"
    """Acknowledged after the time."""

    OVERDUE = "overdue"
    """Nobody has acknowledged, and the time is over."""


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One office that must acknowledge one stop.

    Attributes:
        office: the office.
        stop: the stop or the order.
        due_at: by when, aware.
        acknowledged_at: when it did, aware; None until then.
    """

    office: str
    stop: str
    due_at: datetime
    acknowledged_at: datetime | None = None

    def state_at(self, now: datetime) -> ClockState:
        """Where the clock stands at a moment; what was acknowledged later counts from then."""
        heard = self.acknowledged_at
        if heard is not None and heard <= now:
            return ClockState.STOPPED if heard <= self.due_at else ClockState.LATE
        return ClockState.RUNNING if now <= self.due_at else ClockState.OVERDUE


def acknowledgements(
    stop: str, known_at: datetime, offices: Iterable[str], within: timedelta | None = None
) -> tuple[Acknowledgement, ...]:
    """A clock for each office that carries the transfer out, each named once.

    Args:
        stop: the stop or the order.
        known_at: when this side knew of it, aware.
        offices: escort, carrier and agencies on both sides.
        within: how soon; None for what the floor says.
    """
    allowed = timedelta(minutes=floor().acknowledge_within_minutes) if within is None else within
    due = known_at + allowed
    return tuple(Acknowledgement(office, stop, due) for office in dict.fromkeys(offices) if office)


def overdue(clocks: Iterable[Acknowledgement], now: datetime) -> tuple[Acknowledgement, ...]:
    """Those that nobody has acknowledged in time, the one due first first."""
    late = (clock for clock in clocks if clock.state_at(now) is ClockState.OVERDUE)
    return tuple(sorted(late, key=lambda clock: clock.due_at))
