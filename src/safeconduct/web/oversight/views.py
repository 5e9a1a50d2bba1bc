"""The deadlines page and its calendar, inspections, and the public figures."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.oversight.calendar_feed import calendar_feed
from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.acts.links import links
from safeconduct.web.language import current
from safeconduct.web.oversight.deadlines import deadlines
from safeconduct.web.oversight.duties import owed, standings_for
from safeconduct.web.reading import needs, reader
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import wanted_workbook


@require_safe
@login_required
def due(request: HttpRequest, agreement: str) -> HttpResponse:
    """What is due: what rows carry a deadline, and the duties of the agreement and the floor."""
    reading = reader(request, agreement)
    now = reading.view.as_of or ports().clock.now()
    context = {
        "agreement": agreement,
        "deadlines": deadlines(reading.view, now),
        "duties": owed(standings_for(reading, now)),
        "has_feed": reading.holds(Right.READ_DUTIES),
        "inspects": reading.holds(Right.LODGE_INSPECTION),
    }
    return render(request, "web/oversight/deadlines.html", context)


@require_safe
@login_required
def calendar(request: HttpRequest, agreement: str) -> HttpResponse:
    """The duties as a calendar; it leaves the building, and so names nobody."""
    reading = reader(request, agreement)
    needs(reading.holds(Right.READ_DUTIES))
    now = ports().clock.now()
    feed = calendar_feed(standings_for(reading, now), agreement, current(), now)
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")


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
