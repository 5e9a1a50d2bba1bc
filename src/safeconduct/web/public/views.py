"""The public page of an agreement: its terms, its figures, what anybody may lodge."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from safeconduct.web.agreements.views import title_of
from safeconduct.web.public.published import figure_sections
from safeconduct.web.reading import public_reader
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import wanted_workbook

PUBLISHED = (
    ("official_claims", ()),
    ("inspections", ("inspection", "place", "body", "began_at", "announced", "state")),
    ("inspection_findings", ("finding", "gravity", "says", "answer_by", "state")),
    ("official_visits", ()),
    ("places", ("place", "jurisdiction", "recognised", "independent_access", "supervised_by")),
)


@require_safe
def figures(request: HttpRequest, agreement: str) -> HttpResponse:
    """What anybody may know of an agreement."""
    reading = public_reader(request, agreement)
    sections = [
        section_of(table, reading.view.rows(table), reading.names, columns)
        for table, columns in PUBLISHED
        if table in reading.tables
    ]
    sections += figure_sections(reading.whole, timezone.localdate())
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    context = {"agreement": agreement, "title": title_of(reading), "sections": sections}
    return render(request, "web/public/figures.html", context)
