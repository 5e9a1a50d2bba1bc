"""Duties that have come up: from the agreement's terms and from the floor, each with its clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from safeconduct.agreement import Agreement, Deadline, Duty, PartyRole, Words
from safeconduct.basics import Lang, Message, Period, render
from safeconduct.oversight.clocks import Calendar, due_at
from safeconduct.oversight.floor_duties import FLOOR_DUTIES, FloorDuty, Urgency


class Origin(StrEnum):
    """Where a duty comes from."""

    AGREEMENT = "agreement"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened and that duties hang on.

    Attributes:
        event: the name by which terms call it, e.g. ``death``.
        key: what names it, so that one happening starts a duty once.
        at: when, aware.
        person: the person concerned; empty where none is.
        transfer: the transfer, likewise.
        place: the place, likewise.
    """

    event: str
    key: str
    at: datetime
    person: str = ""
    transfer: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class DutyItem:
    """One duty that somebody owes now.

    Attributes:
        key: names it for good: the duty and what started it.
        duty: the duty's id.
        origin: the agreement or the floor.
        who: the side that owes it.
        what: the act in words, as the agreement has them or as a sentence of our own.
        clause: where the duty stands.
        about: what started it.
        started_at: when the clock began, aware.
        due_at: when it ends, aware; None where the source states no time.
        urgency: how soon somebody else must be told of it.
    """

    key: str
    duty: str
    origin: Origin
    who: PartyRole
    what: Words | Message
    clause: str
    about: Happening
    started_at: datetime
    due_at: datetime | None
    urgency: Urgency

    def in_words(self, lang: Lang) -> str:
        """The act in words."""
        if isinstance(self.what, Words):
            return self.what.in_language(lang)
        return render(self.what, lang)


def duties_of(
    agreement: Agreement, happenings: Iterable[Happening], calendar: Calendar
) -> tuple[DutyItem, ...]:
    """Every duty that the happenings started, under the agreement and under the floor.

    Args:
        agreement: the terms.
        happenings: what happened.
        calendar: time zone and holidays of the place where the clocks run.
    """
    found = []
    for one in happenings:
        found += [_agreed(duty, one, calendar) for duty in agreement.duties
                  if duty.on_event == one.event]  # fmt: skip
        found += [_floor(duty, one, calendar) for duty in FLOOR_DUTIES
                  if duty.on_event == one.event]  # fmt: skip
    return tuple(found)


def calendar_duties(
    agreement: Agreement, window: Period, calendar: Calendar
) -> tuple[DutyItem, ...]:
    """The duties that come round with the year, the quarter or the month, in a window of days.

    A duty of a period is started by its end; without a deadline of its own it is due then.

    Args:
        agreement: the terms.
        window: the days in which periods end, half-open.
        calendar: time zone and holidays.
    """
    found = []
    for duty in agreement.duties:
        for day in _period_ends(duty.every, window):
            if _is_in_term(agreement, day - timedelta(days=1)):
                at = datetime.combine(day, time(), ZoneInfo(calendar.zone))
                about = Happening(f"end-of-{duty.every}", day.isoformat(), at)
                found.append(_agreed(duty, about, calendar, at))
    return tuple(found)


def _period_ends(every: str, window: Period) -> Iterator[date]:
    """The first days of new periods: each is the day on which the period before it has ended."""
    first_months = {"year": {1}, "quarter": {1, 4, 7, 10}, "month": set(range(1, 13))}
    for year in range(window.start.year, window.end.year + 1):
        for month in sorted(first_months.get(every, ())):
            if window.start <= date(year, month, 1) < window.end:
                yield date(year, month, 1)


def _is_in_term(agreement: Agreement, day: date) -> bool:
    start, end = agreement.term.start, agreement.term.end
    return (start is None or start <= day) and (end is None or day < end)


def _due(deadline: Deadline | None, at: datetime, calendar: Calendar) -> datetime | None:
    return None if deadline is None else due_at(deadline, at, calendar)


def _agreed(
    duty: Duty, about: Happening, calendar: Calendar, without: datetime | None = None
) -> DutyItem:
    due = _due(duty.deadline, about.at, calendar) or without
    return DutyItem(
        f"{duty.id}/{about.key}",
        duty.id,
        Origin.AGREEMENT,
        duty.who,
        duty.what,
        str(duty.citation.clause),
        about,
        about.at,
        due,
        Urgency.ORDINARY,
    )


def _floor(duty: FloorDuty, about: Happening, calendar: Calendar) -> DutyItem:
    return DutyItem(
        f"{duty.id}/{about.key}",
        duty.id,
        Origin.FLOOR,
        duty.who,
        Message(f"oversight.duty-{duty.id}"),
        duty.clause,
        about,
        about.at,
        due_at(duty.deadline, about.at, calendar),
        duty.urgency,
    )
