"""The day sheet of a facility."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from safeconduct.casework.row import KeptRow
from safeconduct.policy import Right
from safeconduct.web.acts.links import links
from safeconduct.web.custody.occupancy import occupancy_by_day
from safeconduct.web.reading import Reader, needs, reader
from safeconduct.web.sections import Section, section_of
from safeconduct.web.workbooks import wanted_workbook

ACTS = ("book-in", "headcount", "hand-over-shift", "record-incident", "record-official-visit")
HELD = ("person", "unit", "arrived_at", "title", "how")


@require_safe
@login_required
def place(request: HttpRequest, agreement: str, key: str) -> HttpResponse:
    """Expected, arrived, held, absent; the count of each unit against those who should be there."""
    reading = reader(request, agreement)
    row = reading.view.row("places", key)
    needs(row is not None and reading.may(Right.READ_REGISTER, place=key))
    held = [b for b in reading.view.rows("bookings", place=key) if b.instant("departed_at") is None]
    reading.note("day-sheet", (booking.person for booking in held), ["bookings"])
    today = timezone.localdate()
    sections = _sections(reading, key, held, today)
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    expected = _expected(reading, key)
    context = {
        "agreement": agreement, "place": key, "sections": sections,
        "acts": links(reading, ACTS, request.path, place=key),
        "figures": [
            ("web.place-held", len(held)),
            ("web.place-arrived-today", sum(_is_on(b.instant("arrived_at"), today) for b in held)),
            ("web.place-expected", len(expected)),
            ("web.place-without-order", sum(b.text("title") == "without-order" for b in held)),
        ],
        "occupancy": occupancy_by_day(reading.view.rows("bookings", place=key), today),
    }  # fmt: skip
    return render(request, "web/custody/place.html", context)


def _sections(reading: Reader, key: str, held: list[KeptRow], today: date) -> list[Section]:
    view, names = reading.view, reading.names
    incidents = [i for i in view.rows("incidents", place=key) if i.text("state") != "closed"]
    absent = [a for a in view.rows("absences", place=key) if a.instant("returned_at") is None]
    counts = view.rows("headcounts", place=key)[-10:]
    shifts = view.rows("shift_handovers", place=key)[-5:]
    del today
    tables = (
        ("handover_lines", _expected(reading, key), ("person", "transfer", "state")),
        ("bookings", held, HELD),
        ("absences", absent, ()),
        ("headcounts", counts, ("unit", "counted", "expected", "counted_at", "counted_by")),
        ("shift_handovers", shifts, ()),
        ("incidents", incidents, ("incident", "kind", "person", "happened_at", "state")),
    )
    return [section_of(name, rows, names, columns) for name, rows, columns in tables]


def _expected(reading: Reader, key: str) -> list[KeptRow]:
    to_come = []
    for manifest in reading.view.rows("manifests"):
        if manifest.text("destination") == key and manifest.text("state") == "dispatched":
            lines = reading.view.rows("handover_lines", transfer=manifest.key)
            to_come += [line for line in lines if line.text("state") == "dispatched"]
    return to_come


def _is_on(moment: datetime | None, day: date) -> bool:
    return moment is not None and moment.date() == day
