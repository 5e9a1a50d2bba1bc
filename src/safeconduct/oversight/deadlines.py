"""What is due and what is overdue, and by whom: the page that somebody reads every morning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safeconduct.agreement import PartyRole
from safeconduct.oversight.duties import DutyItem


class DueState(StrEnum):
    """Where a duty stands."""

    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done-late"
    NO_TIME = "no-time"
    """Owed, and the source states no time: it stays on the page until it is done."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A duty with where it stands at a moment.

    Attributes:
        item: the duty.
        state: where it stands.
        done_at: when it was done, aware; None while it is not.
        late_by: how long it has been, or was, overdue; zero where it is not.
    """

    item: DutyItem
    state: DueState
    done_at: datetime | None
    late_by: timedelta


def standing(item: DutyItem, done_at: datetime | None, now: datetime) -> Standing:
    """Where a duty stands at a moment; what was done later is not done yet."""
    done = done_at if done_at is not None and done_at <= now else None
    if item.due_at is None:
        return Standing(
            item, DueState.NO_TIME if done is None else DueState.DONE, done, timedelta()
        )
    late = max(timedelta(), (done or now) - item.due_at)
    if done is not None:
        state = DueState.DONE_LATE if late else DueState.DONE
    else:
        state = DueState.OVERDUE if late else DueState.DUE
    return Standing(item, state, done, late)


def standings(
    items: Iterable[DutyItem], done: Mapping[str, datetime], now: datetime
) -> tuple[Standing, ...]:
    """Every duty, the most overdue first, then by when it falls due, without a time last.

    Args:
        items: the duties.
        done: when each was done, by the duty's key.
        now: the moment, aware.
    """
    shown = [standing(item, done.get(item.key), now) for item in items]
    return tuple(sorted(shown, key=lambda one: _order(one, now)))


def _order(one: Standing, now: datetime) -> tuple[bool, timedelta, str]:
    due = one.item.due_at
    return due is None, (due or now) - now, one.item.key


def owed_by(shown: Iterable[Standing], side: PartyRole) -> tuple[Standing, ...]:
    """What one side owes; a duty of either side is owed by both until one has done it."""
    open_ones = {DueState.DUE, DueState.OVERDUE, DueState.NO_TIME}
    return tuple(
        one for one in shown if one.state in open_ones and one.item.who in {side, PartyRole.EITHER}
    )
