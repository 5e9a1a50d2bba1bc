"""A stop that reaches a transfer under way: who must turn back, and by when to acknowledge.

An order binds persons in transit until the receiving side has taken custody of them. One that was
known before the handover and was not followed leaves a duty missed, which does not lapse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.operators.no_order_stands import stops
from safeconduct.clearance.world import Case, TouchingOrder
from safeconduct.facts.declared.title import STOPPING_KINDS

_STOPPING = frozenset(STOPPING_KINDS)


class TurnBackState(StrEnum):
    """Where the duty stands."""

    DUE = "due"
    """The transfer is under way: turn back, and acknowledge."""

    MISSED = "missed"
    """Custody was handed over although the order was known before."""


@dataclass(frozen=True, slots=True)
class TurnBack:
    """A duty to turn back with one person.

    Attributes:
        person: the person.
        transfer: the transfer.
        order: the order.
        state: whether it is due or was missed.
        is_certain: whether the order is verified and touches the person; a doubtful one stops too.
        known_at: when this side first heard of the order.
        acknowledge_by: by when the escort must have acknowledged it.
    """

    person: str
    transfer: str
    order: str
    state: TurnBackState
    is_certain: bool
    known_at: datetime
    acknowledge_by: datetime


def turn_backs(case: Case, acknowledge_within: timedelta) -> tuple[TurnBack, ...]:
    """The duties to turn back with the person of the case.

    Args:
        case: the case; its facts are those known at its moment.
        acknowledge_within: how soon the escort must acknowledge.
    """
    boarded = case.transfer.instant("boarded_at")
    if boarded is None or boarded > case.moment.now:
        return ()
    taken = case.person.instant("taken_in_charge_at") or case.transfer.instant("handed_over_at")
    duties = (_duty(order, case, taken, acknowledge_within) for order in case.orders)
    return tuple(duty for duty in duties if duty is not None)


def _duty(
    order: TouchingOrder, case: Case, taken: datetime | None, within: timedelta
) -> TurnBack | None:
    truth: Truth = stops(order, _STOPPING)
    known_at = order.row.instant("known_at") or order.row.instant("recorded_at")
    if truth is False or known_at is None:
        return None
    is_handed_over = taken is not None and taken <= case.moment.now
    if is_handed_over and taken is not None and known_at >= taken:
        return None
    return TurnBack(
        case.person.text("person"),
        case.person.text("transfer"),
        order.row.text("order"),
        TurnBackState.MISSED if is_handed_over else TurnBackState.DUE,
        truth is True,
        known_at,
        known_at + within,
    )
