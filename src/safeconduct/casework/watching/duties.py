"""What is due under an agreement now, and where each duty stands."""

from __future__ import annotations

from datetime import datetime

from safeconduct.agreement import Agreement
from safeconduct.basics import ONE_DAY, Period
from safeconduct.casework.ports import View
from safeconduct.casework.watching.done import done_at
from safeconduct.casework.watching.happenings import happenings_of
from safeconduct.oversight import (
    Calendar,
    DutyItem,
    Standing,
    calendar_duties,
    duties_of,
    standings,
)

UTC_ZONE = "UTC"
"""The zone of clocks where the agreement names no place."""


def duties_now(view: View, terms: Agreement, now: datetime) -> tuple[Standing, ...]:
    """Every duty that has come up, the most overdue first.

    Args:
        view: what is known.
        terms: the agreement's terms.
        now: the moment, aware.
    """
    items = duty_items(view, terms, now)
    return standings(items, done_at(items, view), now)


def duty_items(view: View, terms: Agreement, now: datetime) -> tuple[DutyItem, ...]:
    """Every duty that has come up: on what happened, and with the periods that have ended."""
    calendar = Calendar(terms.places[0].zone if terms.places else UTC_ZONE)
    items = duties_of(terms, happenings_of(view), calendar)
    adopted = view.history("agreements", view.agreement)
    if not adopted:
        return items
    first, today = adopted[0].recorded_at.date(), now.date()
    window = Period(first, max(first, today) + ONE_DAY)
    return (*items, *calendar_duties(terms, window, calendar))
