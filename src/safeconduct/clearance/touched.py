"""Pasting an order: whom it touches or may, where each is in the flow, who must act by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safeconduct.clearance.kleene import Truth
from safeconduct.clearance.world import Case


class Stage(StrEnum):
    """Where somebody is in the flow, the most pressing first."""

    IN_TRANSIT = "in-transit"
    ON_CLOSED_MANIFEST = "on-closed-manifest"
    PROPOSED = "proposed"
    HANDED_OVER = "handed-over"
    HELD = "held"
    RELEASED = "released"


class Actor(StrEnum):
    """Who must act on the order."""

    ESCORT = "escort"
    SENDING_AUTHORITY = "sending-authority"
    RECEIVING_AUTHORITY = "receiving-authority"
    FACILITY = "facility"
    NOBODY = "nobody"


_ACTOR = {
    Stage.IN_TRANSIT: Actor.ESCORT,
    Stage.ON_CLOSED_MANIFEST: Actor.SENDING_AUTHORITY,
    Stage.PROPOSED: Actor.SENDING_AUTHORITY,
    Stage.HANDED_OVER: Actor.RECEIVING_AUTHORITY,
    Stage.HELD: Actor.FACILITY,
    Stage.RELEASED: Actor.NOBODY,
}


@dataclass(frozen=True, slots=True)
class Touched:
    """Somebody whom an order touches, or may.

    Attributes:
        case_bundle: the bundle in which the person stands.
        person: the person.
        transfer: the transfer; empty where there is none.
        is_certain: whether the order touches the person; if not, it may.
        stage: where the person is.
        actor: who must act.
        act_by: by when; None where nobody must, or no time is known.
    """

    case_bundle: str
    person: str
    transfer: str
    is_certain: bool
    stage: Stage
    actor: Actor
    act_by: datetime | None


def touched_by(
    order: str, cases: Iterable[Case], case_bundle: str, acknowledge_within: timedelta
) -> tuple[Touched, ...]:
    """Everybody in a bundle whom the order touches or may touch, the most pressing first.

    Args:
        order: the order's key.
        cases: the cases of the bundle, the order among their facts.
        case_bundle: the bundle's name.
        acknowledge_within: how soon a stop is acknowledged.
    """
    found = []
    for case in cases:
        for touching in case.orders:
            if touching.row.text("order") == order:
                known_at = touching.row.instant("known_at") or case.moment.now
                deadline = known_at + acknowledge_within
                found.append(_touched(case, touching.touches, case_bundle, deadline))
    stages = list(Stage)
    return tuple(sorted(found, key=lambda one: (stages.index(one.stage), one.person)))


def _touched(case: Case, touches: Truth, case_bundle: str, deadline: datetime) -> Touched:
    stage = stage_of(case)
    act_by: datetime | None = deadline
    if stage is Stage.PROPOSED:
        act_by = case.transfer.instant("departs_at")
    elif stage is Stage.RELEASED:
        act_by = None
    return Touched(
        case_bundle,
        case.person.text("person"),
        case.person.text("transfer"),
        touches is True,
        stage,
        _ACTOR[stage],
        act_by,
    )


def stage_of(case: Case) -> Stage:
    """Where the person of the case is in the flow at the moment."""
    now, transfer, person = case.moment.now, case.transfer, case.person

    def happened(moment: datetime | None) -> bool:
        return moment is not None and moment <= now

    if happened(person.instant("released_at")):
        return Stage.RELEASED
    if happened(person.instant("taken_in_charge_at")) or happened(
        transfer.instant("handed_over_at")
    ):
        return Stage.HANDED_OVER
    if happened(transfer.instant("boarded_at")):
        return Stage.IN_TRANSIT
    if happened(transfer.instant("manifest_closed_at")):
        return Stage.ON_CLOSED_MANIFEST
    return Stage.PROPOSED if person.text("transfer") else Stage.HELD
