"""Doing an act from a form: read, perform at the door, and tell what came of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from safeconduct.basics import Finding, text
from safeconduct.casework.act import Act
from safeconduct.casework.asking import fields_of, read_asked
from safeconduct.casework.catalogue import ACTS
from safeconduct.casework.door import perform
from safeconduct.casework.outcome import Done, Refused
from safeconduct.casework.subjects import NAMED_BY
from safeconduct.facts import FactType
from safeconduct.policy import Right
from safeconduct.store.node import ports
from safeconduct.web.acts.choices import choices_for
from safeconduct.web.acts.grave import GRAVE
from safeconduct.web.acts.questions import Question, questions_of
from safeconduct.web.acts.receipts import keep_receipt
from safeconduct.web.acts.typed import MOMENT_PARTS, plain_of_typed, typed_in
from safeconduct.web.files.rows import takes_files
from safeconduct.web.language import current
from safeconduct.web.public.limits import asks_too_often
from safeconduct.web.reading import Reader, is_public, public_reader, reader

RETURN = "then"


@require_http_methods(["GET", "HEAD", "POST"])
def do(request: HttpRequest, agreement: str, name: str) -> HttpResponse:
    """The page of an act; of those that anybody may do, without an account too."""
    act = ACTS.get(name)
    if not request.user.is_authenticated and not (act and is_public(act.right)):
        return redirect_to_login(request.get_full_path())
    reading = public_reader(request, agreement)
    if act is None or not reading.holds(act.right):
        raise Http404
    if request.method == "POST":
        if act.right is Right.ASK_LOCATION and asks_too_often(request, act.name):
            return render(request, "web/public/too_often.html", status=429)
        return _answer(request, reading, act)
    typed = _given_in_address(act, request)
    return _form(request, reading, act, typed, _version(reading, act, typed))


def _answer(request: HttpRequest, reading: Reader, act: Act[Any]) -> HttpResponse:
    typed = typed_in(act.asked, request.POST)
    said_version = request.POST.get("expected_version", "")
    version = int(said_version) if said_version.isascii() and said_version.isdigit() else None
    asked = read_asked(act.asked, plain_of_typed(typed))
    if isinstance(asked, tuple):
        return _form(request, reading, act, typed, version, asked)
    outcome = perform(
        act, asked, reading.actor, reading.agreement, ports(),
        request_key=request.POST.get("request_key", "")[:80], expected_version=version,
    )  # fmt: skip
    if isinstance(outcome, Refused):
        return _form(request, reading, act, typed, version, outcome.findings)
    keep_receipt(request, outcome)
    return redirect(_receipt(request, reading, outcome))


def _receipt(request: HttpRequest, reading: Reader, done: Done) -> str:
    address = reverse("web:entry", args=[reading.agreement, done.entry])
    then = request.GET.get(RETURN, "")
    return f"{address}?{urlencode({RETURN: then})}" if then.startswith("/a/") else address


def _form(
    request: HttpRequest, reading: Reader, act: Act[Any], typed: Mapping[str, object],
    version: int | None, findings: Sequence[Finding] = (),
) -> HttpResponse:  # fmt: skip
    lang = current()
    choices = choices_for(act.asked, reading)
    asked = questions_of(act.asked, typed, choices, lang, findings)
    fixed = {q.name for q in asked if q.names_a_row and request.GET.get(q.name) and not q.errors}
    questions = [q.as_hidden() if q.name in fixed else q for q in asked]
    named = {question.name for question in questions}
    context = {
        "title": text(f"web.act-{act.name}", lang),
        "lead": text(f"web.act-{act.name}-lead", lang, default=""),
        "fixed": [(q.label, _named(reading, q)) for q in asked if q.name in fixed],
        "questions": questions,
        "findings": findings,
        "at_large": [f for f in findings if f.location.column not in named],
        "request_key": request.POST.get("request_key") or secrets.token_urlsafe(18),
        "expected_version": "" if version is None else version,
        "is_grave": act.name in GRAVE,
        "takes_files": takes_files(act) and request.user.is_authenticated,
        "agreement": reading.agreement,
        "act": act.name,
        "back": _back(request, reading),
    }
    return render(request, "web/acts/form.html", context, status=422 if findings else 200)


def _back(request: HttpRequest, reading: Reader) -> str:
    then = request.GET.get(RETURN, "")
    if then.startswith("/a/"):
        return then
    page = "web:acts" if request.user.is_authenticated else "web:figures"
    return reverse(page, args=[reading.agreement])


def _named(reading: Reader, question: Question) -> str:
    return reading.names.of("persons" if question.name == "person" else "", question.value)


def _version(reading: Reader, act: Act[Any], typed: Mapping[str, object]) -> int | None:
    fields = {one.name for one in fields_of(act.asked)}
    for name, table in {**NAMED_BY, "person": "persons", "transfer": "manifests"}.items():
        key = typed.get(name) if name in fields else ""
        row = reading.view.row(table, key) if isinstance(key, str) and key else None
        if row is not None:
            return row.version
    return None


def _given_in_address(act: Act[Any], request: HttpRequest) -> dict[str, object]:
    typed = typed_in(act.asked, request.GET)
    now = timezone.localtime()
    for one in fields_of(act.asked):
        if one.column.type is FactType.INSTANT and one.column.past and one.required:
            typed[one.name] = _parts(now)
        elif one.column.type is FactType.INSTANT:
            typed[one.name] = {**dict.fromkeys(MOMENT_PARTS, ""), "offset": _offset(now)}
    return typed


def _parts(moment: datetime) -> dict[str, str]:
    values = (str(moment.day), str(moment.month), str(moment.year), f"{moment:%H:%M}")
    return dict(zip(MOMENT_PARTS, (*values, _offset(moment)), strict=True))


def _offset(moment: datetime) -> str:
    return moment.isoformat()[-6:]


@require_safe
@login_required
def acts(request: HttpRequest, agreement: str) -> HttpResponse:
    """Everything that the person may do under an agreement, by area of work."""
    reading = reader(request, agreement)
    rooms: dict[str, list[dict[str, str]]] = {}
    for act in ACTS.values():
        if reading.holds(act.right):
            href = reverse("web:do", args=[agreement, act.name])
            entry = {"title": text(f"web.act-{act.name}", current()), "href": href}
            rooms.setdefault(act.room, []).append(entry)
    shown = [{"title": text(f"web.room-{room}", current()), "acts": a} for room, a in rooms.items()]
    return render(request, "web/acts/list.html", {"rooms": shown, "agreement": agreement})
