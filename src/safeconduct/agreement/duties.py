"""Duties: on an event or a calendar, who must do what by when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.agreement.citation import Citation, Words
from safeconduct.agreement.parties import PartyRole


class DeadlineUnit(StrEnum):
    """What a deadline counts. Calendar and business days are never left to guess."""

    HOURS = "hours"
    CALENDAR_DAYS = "calendar-days"
    BUSINESS_DAYS = "business-days"
    MONTHS = "months"


class Direction(StrEnum):
    """Whether the deadline runs from the event or up to it."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A span of time with an event at one end.

    Attributes:
        count: how many units; 0 means at once.
        unit: what is counted.
        direction: after the event, or before it.
        counts_event_day: whether the day of the event itself counts.
        excluded_hours: local hours that do not count, as ``(first, until)``, e.g. ``(0, 9)``.
    """

    count: int
    unit: DeadlineUnit
    direction: Direction
    counts_event_day: bool
    excluded_hours: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Duty:
    """Something a side must do.

    Attributes:
        id: short name.
        who: the side that owes it.
        what: the act, in one sentence.
        on_event: the event that starts it (``escape``, ``death``, ``release_planned`` …); empty
            for a calendar duty.
        every: ``year``, ``quarter`` or ``month`` for a calendar duty; empty for an event.
        deadline: by when; None where the source states no time.
    """

    id: str
    who: PartyRole
    what: Words
    on_event: str
    every: str
    deadline: Deadline | None
    citation: Citation
