"""Somebody is here: on which title, announced by whom, and which clock starts if by nobody."""

from __future__ import annotations

from datetime import datetime, timedelta

from safeconduct.casework.plan import NewRow
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation

RELEASE_WITHIN = timedelta(hours=24)
"""How long somebody without a title may be held until released or a title is found: ours, after
ICCPR 9 and Mandela 7, which know no such time and demand that it be short."""


def title_of(situation: Situation, person: str) -> KeptRow | None:
    """A legal basis on which the person can be held today, if one is known."""
    today = situation.now.date()
    for basis in situation.view.rows("legal_bases", person=person):
        until = basis.day("valid_until")
        lasts = basis.flag("indefinite") is True or (until is not None and until >= today)
        if basis.text("state") == "in-force" and lasts:
            return basis
    return None


def announced(situation: Situation, person: str) -> KeptRow | None:
    """The line of a dispatched transfer that announced the person, if there is one."""
    lines = situation.view.rows("handover_lines", person=person)
    return next((ln for ln in lines if ln.text("state") in {"dispatched", "received"}), None)


def without_order(
    situation: Situation, person: str, place: str, booking: str, at: datetime
) -> tuple[NewRow, ...]:
    """The incident of somebody held without order, and the clock to the release."""
    incident: dict[str, Cell] = {
        "kind": "held-without-order", "person": person, "place": place, "booking": booking,
        "happened_at": at, "state": "open",
    }  # fmt: skip
    clock: dict[str, Cell] = {
        "person": person, "place": place, "ground": "held-without-order", "state": "due",
        "due_at": situation.now + RELEASE_WITHIN,
    }  # fmt: skip
    return (
        NewRow("incidents", situation.names.new("incident"), incident, at),
        NewRow("releases", situation.names.new("release"), clock),
    )


def not_announced(
    situation: Situation, person: str, place: str, booking: str, at: datetime
) -> tuple[NewRow, ...]:
    """The incident of an arrival that no sealed manifest announced."""
    incident: dict[str, Cell] = {
        "kind": "arrival-not-announced", "person": person, "place": place, "booking": booking,
        "happened_at": at, "state": "open",
    }  # fmt: skip
    return (NewRow("incidents", situation.names.new("incident"), incident, at),)
