"""The gate of an onward transfer: a new individual assessment, and nothing open that protects."""

from __future__ import annotations

from datetime import timedelta

from safeconduct.basics import Finding
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.facts.declared.title import STOPPING_KINDS

FRESH_FOR = timedelta(days=90)
"""How old an assessment may be: ours; CAT 3 asks for one at the time of the decision."""


def onward_bars(request: KeptRow, situation: Situation) -> tuple[Finding, ...]:
    """What stands in the way of sending the person on; only what is known clears."""
    person, state = request.person, request.text("to_state")
    found = []
    if not _assessed(person, state, situation):
        found.append(fault("casework.onward-not-assessed", "onward", state=state))
    claims = situation.view.rows("protection_claims", person=person)
    if any(claim.text("state") in ("open", "granted") for claim in claims):
        found.append(fault("casework.onward-protected", "onward", person=person))
    orders = situation.view.rows("orders")
    lifted = {o.text("lifts") for o in orders if o.text("verification") == "verified"}
    found += [
        fault("casework.onward-order", "onward", order=order.key)
        for order in orders
        if order.key not in lifted and _may_stop(order, person)
    ]
    return tuple(found)


def _assessed(person: str, state: str, situation: Situation) -> bool:
    since = (situation.now - FRESH_FOR).date()
    return any(
        row.text("kind") == "refoulement"
        and row.text("about") == state
        and row.text("outcome") == "no-bar"
        and row.flag("individual") is True
        and (made := row.day("made_on")) is not None
        and made >= since
        and row.text("attested_by") != situation.office
        for row in situation.view.rows("assessments", person=person)
    )


def _may_stop(order: KeptRow, person: str) -> bool:
    """Whether the order stands or may, and reaches the person or may."""
    stands = order.text("verification") != "refuted" and order.text("kind") in STOPPING_KINDS
    reaches = order.person == person or order.text("scope") in ("all", "class", "destination")
    return stands and reaches
