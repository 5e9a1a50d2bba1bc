"""The home of whoever is signed in, the page of an agreement, and its terms clause by clause."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from safeconduct.agreement.sentences import Voice, by_clause
from safeconduct.agreement.terms_hash import terms_hash
from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.agreements.waiting import waiting
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, needs, reader, who
from safeconduct.web.sections import section_of
from safeconduct.web.workbooks import wanted_workbook

OVERVIEW = (
    ("manifests", ("transfer", "state", "destination", "departs_at")),
    ("statements", ("statement", "state", "period_from", "period_until", "total", "due_on")),
    ("inspections", ("inspection", "place", "body", "began_at", "state")),
    ("places", ("place", "jurisdiction", "recognised", "independent_access", "supervised_by")),
)
"""What stands on an agreement's page, as far as it is open to whoever reads."""


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What the node is, how to sign in, and what can be done without an account."""
    if request.user.is_authenticated:
        return redirect("web:home")
    return render(request, "web/public/front.html", {"agreements": ports().store.agreements()})


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in, under each agreement."""
    actor, store = who(request), ports().store
    agreements = []
    for agreement in store.agreements():
        if actor.relations_in(agreement):
            reading = Reader(actor, store.view(agreement))
            agreements.append(_at_home(reading))
    return render(request, "web/agreements/home.html", {"agreements": agreements})


def _at_home(reading: Reader) -> dict[str, object]:
    relations = reading.actor.relations_in(reading.agreement)
    return {
        "id": reading.agreement,
        "title": title_of(reading),
        "roles": [
            (held.role.label, held.office or held.place or held.person) for held in relations
        ],
        "waiting": waiting(reading),
        "own_person": next((held.person for held in relations if held.person), ""),
        "own_place": next((held.place for held in relations if held.place), ""),
        "own_transfer": next((held.transfer for held in relations if held.transfer), ""),
    }


def title_of(reading: Reader) -> str:
    """The agreement's title in the language of the page."""
    terms = reading.terms
    return terms.title.in_language(current()) if terms is not None else reading.agreement


@require_safe
@login_required
def agreement(request: HttpRequest, agreement: str) -> HttpResponse:
    """The page of an agreement: what goes on under it, as far as it is open to whoever asks."""
    reading = reader(request, agreement)
    sections = [
        section_of(table, reading.view.rows(table), reading.names, columns)
        for table, columns in OVERVIEW
        if table in reading.tables
    ]
    if (book := wanted_workbook(request, sections)) is not None:
        return book
    context = {
        "agreement": agreement, "title": title_of(reading), "sections": sections,
        "waiting": waiting(reading), "reads_persons": "identities" in reading.tables,
        "reads_board": reading.holds(Right.READ_BOARD),
    }  # fmt: skip
    return render(request, "web/agreements/agreement.html", context)


@require_safe
@login_required
def terms(request: HttpRequest, agreement: str) -> HttpResponse:
    """The terms in force, clause by clause, on a day."""
    reading = reader(request, agreement)
    in_force = reading.terms
    needs(in_force is not None)
    if in_force is None:
        raise AssertionError
    on = _day(request.GET.get("on", ""))
    voice = Voice(current(), on)
    clauses = [
        {
            "clause": said.clause, "about": said.about, "source": said.source.title,
            "sentences": [(one.says, _grade(one.citation, voice)) for one in said.sentences],
        }
        for said in by_clause(in_force, voice)
    ]  # fmt: skip
    context = {
        "agreement": agreement, "title": in_force.title.in_language(current()),
        "clauses": clauses, "on": on, "hash": terms_hash(in_force),
        "use": voice.word("use", in_force.use),
    }  # fmt: skip
    return render(request, "web/agreements/terms.html", context)


def _grade(citation: object, voice: Voice) -> str:
    grade = getattr(citation, "grade", None)
    return "" if grade is None or grade.value == "text" else voice.word("grade", grade)


def _day(said: str) -> date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None
