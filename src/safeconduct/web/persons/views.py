"""The list of persons, and one person's file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.casework import ACTS, KeptRow, fields_of
from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import may
from safeconduct.web.acts.links import ActLink, links
from safeconduct.web.persons.timeline import timeline
from safeconduct.web.reading import READS_A_FILE, Reader, needs, reader
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import wanted_workbook

PER_PAGE = 50
COLUMNS = ("person", "legal_status", "held_at", "held_since", "transfer")
NOT_ON_A_FILE = frozenset({"identities", "cases", "reads", "roles_held", "erasures"})


@require_safe
@login_required
def persons(request: HttpRequest, agreement: str) -> HttpResponse:
    """The persons whose files are open, found by a part of the name or of the key."""
    reading = reader(request, agreement)
    needs(any(reading.holds(right) for right in READS_A_FILE))
    said = request.GET.get("q", "").strip().casefold()[:200]
    rows = [row for row in reading.view.rows("persons") if _matches(reading, row, said)]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    section = section_of("persons", list(page), reading.names, COLUMNS)
    if (book := wanted_workbook(request, [section])) is not None:
        return book
    reading.note("people", (row.key for row in page))
    context = {"agreement": agreement, "section": section, "page": page, "q": said}
    return render(request, "web/persons/list.html", context)


def _may_read(reading: Reader, row: KeptRow) -> bool:
    subject = reading.view.subject_of(row)
    return any(may(reading.actor, right, subject).allowed for right in READS_A_FILE)


def _matches(reading: Reader, row: KeptRow, said: str) -> bool:
    return said in reading.names.of("persons", row.key).casefold()


@require_safe
@login_required
def person(request: HttpRequest, agreement: str, key: str) -> HttpResponse:
    """One person's file: what is known now, the timeline, and what may be done."""
    reading = reader(request, agreement)
    row = reading.view.row("persons", key)
    needs(row is not None and _may_read(reading, row))
    if row is None:
        raise AssertionError
    tables = [t for t in (*TABLES, *KEPT) if t in reading.tables and t not in NOT_ON_A_FILE]
    found = [(t, reading.view.rows(t, person=key)) for t in tables if t != "persons"]
    sections = [section_of(t, rows, reading.names) for t, rows in found if rows]
    sections.insert(0, section_of("persons", [row], reading.names))
    reading.note("person-file", [key], (table for table, rows in found if rows))
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    context = {
        "agreement": agreement, "person": key, "name": reading.names.of("persons", key),
        "sections": sections, "timeline": timeline(reading.view, tables, key),
        "acts": _acts(reading, row, request.path),
    }  # fmt: skip
    return render(request, "web/persons/person.html", context)


def _acts(reading: Reader, row: KeptRow, then: str) -> tuple[ActLink, ...]:
    names = [
        act.name
        for act in ACTS.values()
        if act.name != "decide-clearance"
        and any(field.name == "person" for field in fields_of(act.asked))
    ]
    place = row.place or _booked_at(reading, row.key)
    given = {"person": row.key, **({"transfer": row.transfer} if row.transfer else {})}
    return links(reading, names, then, place=place, **given)


def _booked_at(reading: Reader, person: str) -> str:
    bookings = reading.view.rows("bookings", person=person, open_only=True)
    return bookings[-1].place if bookings else ""
