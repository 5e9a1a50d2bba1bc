"""The day's question for everybody held, asked of what the node knows."""

from __future__ import annotations

from datetime import datetime

from safeconduct.agreement import Agreement
from safeconduct.casework.clearing import ask_gate
from safeconduct.casework.ports import View
from safeconduct.clearance import held_today
from safeconduct.clearance.cases import cases_of
from safeconduct.oversight import Legality, daily_legality


def legality_now(view: View, terms: Agreement, now: datetime, person: str = "") -> Legality:
    """Everybody held, with the clocks that start today and those of whom something is unknown.

    Args:
        view: what is known.
        terms: the agreement's terms.
        now: the moment, aware, with the offset of the place.
        person: the one person to ask about; empty for everybody.
    """
    bookings = view.rows("bookings", person=person, open_only=True)
    here = {row.person for row in bookings if row.instant("departed_at") is None}
    if not here:
        return daily_legality((), now)
    asked = ask_gate(view, terms, sorted(here), now)
    places = view.rows("places")
    supervisors = {place.key: place.text("supervised_by") for place in places}
    held = [one for one in held_today(cases_of(asked.docket), supervisors) if one.person in here]
    running = {
        row.person
        for row in view.rows("releases", person=person, open_only=True)
        if row.text("state") == "due"
    }
    untitled = {row.person for row in bookings if row.text("title") == "without-order"}
    return daily_legality(held, now, without_order=untitled, running=running)
