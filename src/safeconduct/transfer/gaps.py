"""Gaps between two custodians: sent and never answered for, or arrived and never announced.

A gap is an alarm for both sides at once: as long as it lasts, nobody answers for the person
(ICPPED 17(3)(h)).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safeconduct.basics import Finding, Message, Severity


class GapKind(StrEnum):
    """What is missing."""

    NO_ANSWER = "no-answer"
    """Dispatched, and neither received nor refused nor brought back in time."""

    NOT_ANNOUNCED = "not-announced"
    """Arrived, and on no sealed manifest that was dispatched before."""

    ANSWERED_TWICE = "answered-twice"
    """Received and refused at once: somebody is wrong, and the person is somewhere."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Somebody who was dispatched.

    Attributes:
        person: the person.
        transfer: the transfer.
        dispatched_at: when, aware.
        due_at: when the handover was to be, aware; None where nobody said.
    """

    person: str
    transfer: str
    dispatched_at: datetime
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other end said of a person: ``received``, ``refused`` or ``turned-back``."""

    person: str
    transfer: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who was booked in from outside.

    Attributes:
        booking: the booking.
        person: the person.
        place: where.
        at: when, aware.
    """

    booking: str
    person: str
    place: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody for whom one side does not answer.

    Attributes:
        kind: what is missing.
        person: the person.
        where: the transfer or the place of which it is known.
        since: from when on, aware.
    """

    kind: GapKind
    person: str
    where: str
    since: datetime

    @property
    def finding(self) -> Finding:
        """The alarm, said to both sides."""
        message = Message(
            f"transfer.gap-{self.kind.value}",
            {"person": self.person, "where": self.where, "since": self.since},
        )
        return Finding(message, Severity.ATTENTION)


def unanswered(
    sent: Iterable[Sent], answers: Iterable[Answer], now: datetime, within: timedelta
) -> tuple[Gap, ...]:
    """Everybody who was dispatched and for whom nobody answers, or two answer differently.

    Args:
        sent: who was dispatched.
        answers: what the other end, or the escort, said.
        now: the moment, aware.
        within: how long after the handover was due the answer may take; where no time was said,
            how long after the dispatch.
    """
    said: dict[tuple[str, str], set[str]] = {}
    for answer in answers:
        if answer.at <= now:
            said.setdefault((answer.person, answer.transfer), set()).add(answer.state)
    gaps = []
    for one in sent:
        states = said.get((one.person, one.transfer), set())
        since = (one.due_at or one.dispatched_at) + within
        if not states and since <= now:
            gaps.append(Gap(GapKind.NO_ANSWER, one.person, one.transfer, since))
        if {"received", "refused"} <= states:
            at = one.dispatched_at
            gaps.append(Gap(GapKind.ANSWERED_TWICE, one.person, one.transfer, at))
    return tuple(gaps)


def unannounced(arrivals: Iterable[Arrival], sent: Iterable[Sent]) -> tuple[Gap, ...]:
    """Everybody who arrived without having been dispatched before on a sealed manifest.

    One dispatch announces one arrival: a second arrival of the same person needs its own.
    """
    announced: dict[str, list[datetime]] = {}
    for one in sent:
        announced.setdefault(one.person, []).append(one.dispatched_at)
    gaps = []
    for arrival in sorted(arrivals, key=lambda arrival: arrival.at):
        before = [at for at in announced.get(arrival.person, ()) if at <= arrival.at]
        if before:
            announced[arrival.person].remove(max(before))
        else:
            kind = GapKind.NOT_ANNOUNCED
            gaps.append(Gap(kind, arrival.person, arrival.place, arrival.at))
    return tuple(gaps)
