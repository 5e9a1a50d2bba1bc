"""Comparisons in time. Every one says what it counts and whether its ends count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.agreement.conditions import Predicate
from safeconduct.agreement.vocabulary.references import Moment


class SpanUnit(StrEnum):
    """What a span counts."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time, e.g. ``30 days``. A month ends on its own last day at the latest."""

    count: int
    unit: SpanUnit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}"


@dataclass(frozen=True, slots=True)
class Before(Predicate):
    """The one moment lies before the other, or on it where ``same_counts``."""

    earlier: Moment
    later: Moment
    same_counts: bool


@dataclass(frozen=True, slots=True)
class After(Predicate):
    """The one moment lies after the other, or on it where ``same_counts``."""

    later: Moment
    earlier: Moment
    same_counts: bool


@dataclass(frozen=True, slots=True)
class AgeOf(Predicate):
    """From one moment to a later one no less than, or no more than, a span has passed.

    An age below zero satisfies nothing: what is older than ``at`` cannot have happened after it.
    """

    since: Moment
    at: Moment
    at_least: Span | None
    at_most: Span | None


@dataclass(frozen=True, slots=True)
class LeftUntil(Predicate):
    """From a moment up to an end at least a span is left."""

    end: Moment
    counted_from: Moment
    at_least: Span


class NoticeUnit(StrEnum):
    """What a notice period counts."""

    HOURS = "hours"
    CALENDAR_DAYS = "calendar-days"
    BUSINESS_DAYS = "business-days"


@dataclass(frozen=True, slots=True)
class NoticeBefore(Predicate):
    """Between two moments lie at least so many hours, calendar days or business days.

    Attributes:
        first: when notice was given.
        event: what it was given of.
        at_least: how many.
        unit: of what. Business days are Mondays to Fridays without the holidays.
        first_day_counts: whether the day of the notice counts.
        event_day_counts: whether the day of the event counts.
        holidays: days that are no business days.
    """

    first: Moment
    event: Moment
    at_least: int
    unit: NoticeUnit
    first_day_counts: bool
    event_day_counts: bool
    holidays: tuple[date, ...]
