"""What is due under an agreement now, and where each duty stands."""

from __future__ import annotations

from datetime import datetime

from safeconduct.agreement import Agreement
from safeconduct.basics import ONE_DAY, Period
from safeconduct.casework.ports import View
from safeconduct.casework.watching.done import done_at
from safeconduct.casework.watching.happenings import happenings_of
from safeconduct.casework.watching.read_once import ReadOnce
from safeconduct.oversight import (
    Calendar,
    DutyItem,
    Standing,
    calendar_duties,
    duties_of,
    standings,
)

_READ = (
    "consular_choices", "contests", "deaths", "duties", "examinations", "handover_lines",
    "handovers", "incidents", "notices", "releases", "returns",
)  # fmt: skip
_READ_WHILE_OPEN = ("bookings",)

UTC_ZONE = "UTC"
"""The zone of clocks where the agreement names no place."""


def duties_now(view: View, terms: Agreement, now: datetime) -> tuple[Standing, ...]:
    """Every duty that has come up, the most overdue first.

    Args:
        view: what is known.
        terms: the agreement's terms.
        now: the moment, aware.
    """
    known = ReadOnce(view, _READ, _READ_WHILE_OPEN)
    items = _items(known, view, terms, now)
    return standings(items, done_at(items, known), now)


def duty_items(view: View, terms: Agreement, now: datetime) -> tuple[DutyItem, ...]:
    """Every duty that has come up: on what happened, and with the periods that have ended."""
    return _items(ReadOnce(view, _READ, _READ_WHILE_OPEN), view, terms, now)


def _items(known: ReadOnce, view: View, terms: Agreement, now: datetime) -> tuple[DutyItem, ...]:
    calendar = Calendar(terms.places[0].zone if terms.places else UTC_ZONE)
    items = duties_of(terms, happenings_of(known), calendar)
    adopted = view.history("agreements", view.agreement)
    if not adopted:
        return items
    first, today = adopted[0].recorded_at.date(), now.date()
    window = Period(first, max(first, today) + ONE_DAY)
    return (*items, *calendar_duties(terms, window, calendar))
