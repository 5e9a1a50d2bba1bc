"""Every day, for everybody held: does a title stand, and if not, which clock runs to the open door?

The gate asks before the journey; this asks again on every day after it. What it starts is a clock
and an alarm, and never an act of its own: a human opens the door (ICCPR 9; ETS 112 14).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from safeconduct.basics import Finding, Message, Severity
from safeconduct.clearance import Custody, EndOfCustody, Held

RELEASE_WITHIN: Mapping[str, timedelta] = MappingProxyType(
    {
        "order": timedelta(hours=4),
        "basis-lapsed": timedelta(hours=4),
        "sentence-served": timedelta(hours=4),
        "held-without-order": timedelta(hours=24),
    }
)
"""How long the formalities of a release may take, by its ground: product policy, after instruments
that say *immediately* and know no number. There is no title from the first minute on."""

_GROUND = {
    EndOfCustody.ORDER: "order",
    EndOfCustody.BASIS_LAPSED: "basis-lapsed",
    EndOfCustody.SENTENCE_SERVED: "sentence-served",
}


@dataclass(frozen=True, slots=True)
class ReleaseClock:
    """A clock that runs until somebody is free.

    Attributes:
        person: the person.
        place: where.
        ground: why custody must end, as a code of ``releases.ground``.
        since: the first day without a title; None where it is not known.
        started_at: when this was found, aware.
        due_at: by when the door is open, aware.
        order: the order that ends custody; empty where none does.
        by: the office that opens the door; empty where nobody is named.
    """

    person: str
    place: str
    ground: str
    since: date | None
    started_at: datetime
    due_at: datetime
    order: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Legality:
    """What the day's question found.

    Attributes:
        asked: how many persons are held.
        clocks: the clocks that start today; those that run already are not among them.
        unknown: the persons of whom it is not known whether a title stands.
        settled: the persons for whom a clock runs although a title stands now: a human looks
            whether the title was there all along.
        findings: everything that somebody must look at.
    """

    asked: int
    clocks: tuple[ReleaseClock, ...]
    unknown: tuple[str, ...]
    settled: tuple[str, ...]
    findings: tuple[Finding, ...]


def daily_legality(
    held: Iterable[Held],
    now: datetime,
    *,
    without_order: Collection[str] = (),
    running: Collection[str] = (),
) -> Legality:
    """The day's question, for everybody held.

    Args:
        held: everybody who is held, with what the gate knows of the title.
        now: the moment, aware.
        without_order: the persons who were booked in without an order.
        running: the persons for whom a release clock runs already.
    """
    everybody = tuple(held)
    ending = {one.person: _clock(one, now, without_order) for one in everybody}
    clocks = tuple(c for c in ending.values() if c is not None)
    unknown = tuple(
        one.person for one in everybody
        if one.custody is Custody.UNDETERMINED and ending[one.person] is None
    )  # fmt: skip
    settled = tuple(
        one.person
        for one in everybody
        if one.person in running and one.custody is Custody.TITLE_STANDS
    )
    findings = (
        *(_must_end(clock) for clock in clocks),
        *(_said("oversight.title-unknown", person) for person in unknown),
        *(_said("oversight.title-found", person) for person in settled),
    )
    started = tuple(clock for clock in clocks if clock.person not in running)
    return Legality(len(everybody), started, unknown, settled, findings)


def _clock(one: Held, now: datetime, without_order: Collection[str]) -> ReleaseClock | None:
    if one.custody is Custody.MUST_BE_RELEASED and one.because is not None:
        ground = _GROUND[one.because]
    elif one.person in without_order and one.custody is not Custody.TITLE_STANDS:
        ground = "held-without-order"
    else:
        return None
    due = now + RELEASE_WITHIN[ground]
    return ReleaseClock(one.person, one.place, ground, one.since, now, due, one.order, one.by)


def _must_end(clock: ReleaseClock) -> Finding:
    message = Message.of(
        f"oversight.must-end-{clock.ground}",
        person=clock.person,
        place=clock.place,
        since=clock.since or "?",
        order=clock.order,
    )
    return Finding(message, Severity.ATTENTION)


def _said(code: str, person: str) -> Finding:
    return Finding(Message(code, {"person": person}), Severity.ATTENTION)
