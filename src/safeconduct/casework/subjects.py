"""Whom and what an act concerns, read off what it asks and what is known."""

from __future__ import annotations

from dataclasses import replace

from safeconduct.casework.ports import View
from safeconduct.policy import Subject

NAMED_BY = {
    "booking": "bookings",
    "order": "orders",
    "line": "manifest_lines",
    "statement": "statements",
    "inspection": "inspections",
    "finding": "inspection_findings",
    "incident": "incidents",
    "absence": "absences",
    "return_plan": "returns",
    "onward": "onward_transfers",
    "stop": "stops",
    "request": "locate_requests",
    "complaint": "complaints",
    "contest": "contests",
    "challenge": "challenges",
    "handover": "handovers",
    "release": "releases",
}
"""Fields that name a row of a table, from which person, transfer and place follow."""


def subject_of(asked: object, view: View) -> Subject:
    """The subject of an act.

    Fields called ``person``, ``transfer`` and ``place`` name them; what they leave open follows
    from the rows that other fields name, and from where the person is.
    """
    person, transfer, place = (_field(asked, name) for name in ("person", "transfer", "place"))
    for field, table in NAMED_BY.items():
        row = view.row(table, key) if (key := _field(asked, field)) else None
        if row is not None:
            person, transfer = person or row.person, transfer or row.transfer
            place = place or row.place
    return subject_named(view, person, transfer, place)


def at_the_door(asked: object, view: View) -> Subject:
    """The subject of what is done where a transfer arrives: its place is the destination."""
    found = subject_of(asked, view)
    manifest = view.row("manifests", found.transfer) if found.transfer else None
    place = manifest.text("destination") if manifest is not None else ""
    return replace(found, place=place or found.place)


def subject_named(view: View, person: str = "", transfer: str = "", place: str = "") -> Subject:
    """The subject with what follows from the person's own row, and who asked for a consulate."""
    row = view.row("persons", person) if person else None
    if row is not None:
        transfer, place = transfer or row.transfer, place or row.place
    return Subject(
        agreement=view.agreement,
        person=person,
        transfer=transfer,
        place=place,
        nationality_asked=nationality_asked(view, person) if person else (),
    )


def nationality_asked(view: View, person: str) -> tuple[str, ...]:
    """The States of which the person is a national, if the person asked for the consulate."""
    choices = view.rows("consular_choices", person=person)
    if not choices or choices[-1].text("choice") != "asked":
        return ()
    return tuple(row.text("state") for row in view.rows("nationalities", person=person))


def _field(asked: object, name: str) -> str:
    value = getattr(asked, name, "")
    return value if isinstance(value, str) else ""
