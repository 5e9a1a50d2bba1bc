"""How somebody shows that they may ask for a person, and what is known of where the person is."""

from __future__ import annotations

from datetime import date

from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.casework.situation import Situation
from safeconduct.oversight import Proof, Restriction, is_code
from safeconduct.policy import Right, Role, Subject, may


def proof_of(person: str, code: str, situation: Situation) -> Proof:
    """How the relation is shown: by role, by counsel's mandate, or by a code; else not at all."""
    subject = Subject(situation.view.agreement, person)
    ruling = may(situation.actor, Right.READ_WHEREABOUTS, subject)
    if ruling.allowed and ruling.relation is not None:
        by_counsel = ruling.relation.role is Role.COUNSEL
        return Proof.MANDATE if by_counsel else Proof.OFFICE
    contacts = situation.view.rows("contacts", person=person) if person else ()
    if any(is_code(code, person, contact.text("code_digest")) for contact in contacts):
        return Proof.CODE
    return Proof.NONE


def standing_restriction(view: View, person: str, today: date) -> Restriction | None:
    """A court's restriction under which somebody else was refused, and which has not ended."""
    for row in reversed(view.rows("locate_requests", person=person)):
        ends = row.day("restriction_ends_on")
        if row.text("state") == "refused" and ends is not None and ends >= today:
            return restriction_of(row.text("restriction"), ends, view)
    return None


def restriction_of(order: str, ends_on: date | None, view: View) -> Restriction:
    """The restriction that an order on file makes; what is not on file restricts nothing.

    An order given by word of mouth gives nobody its reasons.
    """
    row = view.row("orders", order) if order else None
    if row is None:
        return Restriction(None, None, ends_on, None)
    court = view.row("offices", row.text("issued_by"))
    return Restriction(
        by_court=court is not None and court.text("kind") == "court",
        reasoned=row.text("form") == "written",
        ends_on=ends_on,
        verified=row.text("verification") == "verified",
    )


RELEASED = "released"
"""What is told of somebody who is free: where a free person is, is that person's own affair."""


def whereabouts(view: View, person: str) -> str:
    """The key of the place, or of the transfer under way, or that the person was released.

    Empty where nobody knows, and for the dead: of a death a human tells.
    """
    booking = _last(view.rows("bookings", person=person, open_only=True))
    if booking is not None:
        return booking.place
    line = _last(view.rows("handover_lines", person=person, open_only=True))
    if line is not None:
        return line.transfer
    known = view.row("persons", person)
    if known is None or view.rows("deaths", person=person):
        return ""
    return RELEASED if known.instant("released_at") is not None else known.place


def is_lost(view: View, person: str) -> bool:
    """Whether nobody knows where somebody is who was in custody and did not die."""
    return not whereabouts(view, person) and not view.rows("deaths", person=person)


def _last(rows: tuple[KeptRow, ...]) -> KeptRow | None:
    return rows[-1] if rows else None
