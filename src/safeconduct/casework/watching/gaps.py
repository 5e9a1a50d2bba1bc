"""Gaps between two custodians, read off the rows of a node."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.transfer import Answer, Arrival, Gap, Sent, unannounced, unanswered

ANSWER_WITHIN = timedelta(hours=24)
"""How long the other end may take where no handover was timed; it is the floor's own duty."""

_FROM_INSIDE = frozenset({"moved", "returned"})


def gaps_now(
    view: View, now: datetime, within: timedelta = ANSWER_WITHIN, person: str = ""
) -> tuple[Gap, ...]:
    """Everybody for whom one side does not answer: sent into silence, or here and unannounced.

    Args:
        view: what is known.
        now: the moment, aware.
        within: how long an answer may take.
        person: the one person to ask about; empty for everybody.
    """
    lines = view.rows("handover_lines", person=person, open_only=True)
    answers = [Answer(line.person, line.transfer, line.text("state"), at) for line in lines
               if (at := line.instant("settled_at")) is not None]  # fmt: skip
    silent = unanswered(_sent(lines, view), answers, now, within)
    strangers = [row for row in view.rows("bookings", person=person, open_only=True)
                 if not row.transfer and row.text("how") not in _FROM_INSIDE]  # fmt: skip
    announced = [line for row in strangers
                 for line in view.rows("handover_lines", person=row.person)]  # fmt: skip
    arrivals = [Arrival(row.key, row.person, row.place, at) for row in strangers
                if (at := row.instant("arrived_at")) is not None]  # fmt: skip
    return (*silent, *unannounced(arrivals, _sent(announced, view)))


def _sent(lines: Iterable[KeptRow], view: View) -> list[Sent]:
    return [Sent(line.person, line.transfer, _dispatched_at(line, view)) for line in lines]


def _dispatched_at(line: KeptRow, view: View) -> datetime:
    handover = view.row("handovers", line.text("handover"))
    at = None if handover is None else handover.instant("dispatched_at")
    return at or line.happened_at
