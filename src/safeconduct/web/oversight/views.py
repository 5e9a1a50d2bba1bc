"""The deadlines page and its calendar, inspections, and the public figures."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.acts.links import links
from safeconduct.web.oversight.deadlines import deadlines
from safeconduct.web.reading import needs, reader
from safeconduct.web.sections import section_of
from safeconduct.web.shown import said
from safeconduct.web.workbooks import wanted_workbook


@require_safe
@login_required
def due(request: HttpRequest, agreement: str) -> HttpResponse:
    """What is due, by whom it can be read."""
    reading = reader(request, agreement)
    now = reading.view.as_of or ports().clock.now()
    context = {"agreement": agreement, "deadlines": deadlines(reading.view, now)}
    return render(request, "web/oversight/deadlines.html", context)


@require_safe
@login_required
def calendar(request: HttpRequest, agreement: str) -> HttpResponse:
    """The same as a calendar; it names keys and never a person's name."""
    reading = reader(request, agreement)
    made = Calendar()
    made.add("prodid", "-//Safeconduct//node//")
    made.add("version", "2.0")
    now = ports().clock.now()
    for one in deadlines(reading.view, now):
        event = Event()
        event.add("uid", f"{one.table}-{one.key}@{agreement}")
        event.add("summary", said(one.says))
        event.add("dtstart", one.due)
        event.add("dtstamp", now)
        made.add_component(event)
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


@require_safe
@login_required
def inspection(request: HttpRequest, agreement: str, key: str) -> HttpResponse:
    """One inspection: what was found, what was answered, by when it must be mended."""
    reading = reader(request, agreement)
    row = reading.view.row("inspections", key)
    needs(row is not None and reading.holds(Right.READ_OVERSIGHT))
    if row is None:
        raise AssertionError
    found = [f for f in reading.view.rows("inspection_findings") if f.text("inspection") == key]
    keys = {f.key for f in found}
    answers = [a for a in reading.view.rows("finding_answers") if a.text("finding") in keys]
    sections = [
        section_of("inspections", [row], reading.names),
        section_of("inspection_findings", found, reading.names, _FINDING),
        section_of("finding_answers", answers, reading.names),
    ]
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    context = {
        "agreement": agreement, "inspection": key, "sections": sections,
        "answerable": [
            (f.key, act)
            for f in found if f.text("state") == "open"
            for act in links(reading, ("answer-finding", "close-finding"), request.path,
                             place=row.place, finding=f.key)
        ],
    }  # fmt: skip
    return render(request, "web/oversight/inspection.html", context)


_FINDING = ("finding", "gravity", "says", "recommends", "answer_by", "state")
