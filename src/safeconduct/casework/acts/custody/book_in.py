"""Booking in: whoever is here is registered as here, with papers or without. Never refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.basics.digest import Plain
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import NewRow, Plan, changed
from safeconduct.casework.presence import announced, not_announced, title_of, without_order
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.casework.stating import clock_ahead
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class BookIn:
    """Where somebody is, and whatever is known of who it is."""

    place: Annotated[str, Fact("bookings.place")]
    person: Annotated[str, Fact("bookings.person")] = ""
    full_name: Annotated[str, Fact("identities.full_name")] = ""
    unit: Annotated[str, Fact("bookings.unit")] = ""
    arrived_at: Annotated[datetime | None, Fact("bookings.arrived_at")] = None
    how: Annotated[str, Fact("bookings.how")] = ""


def plan(asked: BookIn, situation: Situation) -> Planned:
    """The booking; for who came without papers, an incident and a clock to the release too."""
    told = asked.arrived_at or situation.now
    at = min(told, situation.now)
    person = asked.person or situation.names.new("person")
    here = _bookings(situation, person, asked.place)
    if here:
        return here
    booking = situation.names.new("booking")
    line, basis = announced(situation, person), title_of(situation, person)
    how = asked.how or ("handed-over" if line is not None else "without-papers")
    values: dict[str, Cell] = {
        "person": person, "place": asked.place, "unit": asked.unit, "arrived_at": at, "how": how,
        "title": "order" if basis is not None else "without-order",
        "basis": None if basis is None else basis.key,
        "transfer": None if line is None else line.transfer,
    }  # fmt: skip
    registered, case = _person(asked, situation, person, at)
    rows = [NewRow("bookings", booking, values, at), *registered]
    findings: list[Finding] = [*clock_ahead("arrived_at", told, situation.now)]
    findings += _elsewhere(situation, person)
    if line is not None:
        rows.append(changed(line, booking=booking))
    elif how not in {"moved", "returned"}:
        rows += not_announced(situation, person, asked.place, booking, at)
        findings.append(notice("casework.not-announced", "person", person=person))
    if basis is None:
        rows += without_order(situation, person, asked.place, booking, at)
        findings.append(notice("casework.held-without-order", "person", person=person))
    facts: dict[str, Plain] = {
        "booking": booking,
        "place": asked.place,
        "at": at.isoformat(),
        "how": how,
    }
    return Plan(tuple(rows), case=case, facts=facts, findings=tuple(findings))


def _bookings(situation: Situation, person: str, place: str) -> tuple[Finding, ...]:
    """A second booking in one place would count one person twice; this one is registered."""
    found = situation.view.rows("bookings", person=person, place=place, open_only=True)
    return tuple(fault("casework.booked-in-already", "person", booking=row.key) for row in found)


def _elsewhere(situation: Situation, person: str) -> tuple[Finding, ...]:
    found = situation.view.rows("bookings", person=person, open_only=True)
    return tuple(
        notice("casework.still-booked-elsewhere", "person", booking=row.key, place=row.place)
        for row in found
    )


def _person(
    asked: BookIn, situation: Situation, person: str, at: datetime
) -> tuple[tuple[NewRow, ...], str]:
    """The person's row with the place on it; somebody unknown is registered with it."""
    known = situation.view.row("persons", person)
    if known is not None:
        taken = known.instant("taken_in_charge_at") or at
        row = changed(known, held_at=asked.place, held_since=at, taken_in_charge_at=taken)
        return (row,), situation.case_of(person)
    case = situation.names.new("case")
    values = {"person": person, "held_at": asked.place, "held_since": at, **situation.attested()}
    name = asked.full_name or "?"
    return (
        NewRow("persons", person, values),
        NewRow("identities", person, {"full_name": name}),
        NewRow("cases", person, {"case": case}),
    ), case


BOOK_IN = Act("book-in", "custody", Right.BOOK_IN, "booked-in", BookIn, plan)
