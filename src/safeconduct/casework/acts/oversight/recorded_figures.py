"""What the record says of a figure that somebody claimed in public."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from safeconduct.basics import ONE_DAY, Period
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.facts.declared.title import STOPPING_KINDS

_Counts = Callable[[KeptRow, Period], bool]


def recorded(figure: str, period: Period, view: View) -> int | None:
    """How many the record knows of; None for a figure that it cannot say.

    Args:
        figure: a code of ``official_claims.figure``.
        period: the days, half-open.
        view: what is known.
    """
    if figure not in _FIGURES:
        return None
    table, counts = _FIGURES[figure]
    return sum(counts(row, period) for row in view.rows(table))


def covered(view: View, today: date) -> Period | None:
    """The days of which the record knows: from the adoption of the agreement up to today."""
    adopted = view.history("agreements", view.agreement)
    if not adopted:
        return None
    return Period(adopted[0].recorded_at.date(), today + ONE_DAY)


def _on(column: str) -> _Counts:
    def counts(row: KeptRow, period: Period) -> bool:
        return _within(row.instant(column), period)

    return counts


def _within(at: datetime | None, period: Period) -> bool:
    return at is not None and at.date() in period


def _held(row: KeptRow, period: Period) -> bool:
    arrived, departed = row.instant("arrived_at"), row.instant("departed_at")
    if arrived is None or arrived.date() >= period.end:
        return False
    return departed is None or departed.date() >= period.start


def _received(row: KeptRow, period: Period) -> bool:
    return row.text("state") == "received" and _within(row.instant("settled_at"), period)


def _force(row: KeptRow, period: Period) -> bool:
    used = row.flag("force_used") is True or row.text("kind") == "force"
    return used and _within(row.instant("happened_at"), period)


def _defied(row: KeptRow, period: Period) -> bool:
    return row.text("kind") == "order-defied" and _within(row.instant("happened_at"), period)


def _stopped(row: KeptRow, period: Period) -> bool:
    return row.text("kind") in STOPPING_KINDS and _within(row.instant("known_at"), period)


_FIGURES: Mapping[str, tuple[str, _Counts]] = MappingProxyType(
    {
        "transferred": ("handover_lines", _received),
        "held": ("bookings", _held),
        "released": ("releases", _on("released_at")),
        "returned": ("returns", _on("returned_at")),
        "deaths": ("deaths", _on("died_at")),
        "force": ("incidents", _force),
        "orders": ("orders", _stopped),
        "orders-defied": ("incidents", _defied),
        "inspections": ("inspections", _on("began_at")),
    }
)
