"""Uploading a table: first what would be done and why some rows cannot, then doing it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from safeconduct.basics import Finding, WrongInput, text
from safeconduct.casework import ACTS, Act, Refused, fields_of, perform, read_asked
from safeconduct.casework.columns import table_of
from safeconduct.facts import column_label
from safeconduct.store.node import ports
from safeconduct.web.files.rows import FileRow, rows_of, takes_files
from safeconduct.web.language import current
from safeconduct.web.reading import Reader, reader
from safeconduct.web.shown import advised, said

SALT = "safeconduct.web.files"
AN_HOUR = 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def upload(request: HttpRequest, agreement: str, name: str) -> HttpResponse:
    """The page of a file for one act."""
    reading = reader(request, agreement)
    act = ACTS.get(name)
    if act is None or not takes_files(act) or not reading.holds(act.right):
        raise Http404
    if request.method != "POST":
        return _page(request, act, agreement)
    if "rows" in request.POST:
        return _commit(request, reading, act)
    try:
        rows = rows_of(act, request.FILES.get("file"))
    except WrongInput as wrong:
        return _page(request, act, agreement, findings=wrong.findings, status=422)
    sound = [(row.line, row.told) for row in rows if not row.findings]
    sealed = signing.dumps([name, sound], salt=SALT, compress=True)
    return _page(request, act, agreement, rows=[_shown(row) for row in rows],
                 sound=len(sound), sealed=sealed)  # fmt: skip


def _commit(request: HttpRequest, reading: Reader, act: Act[Any]) -> HttpResponse:
    sealed = request.POST.get("rows", "")
    try:
        name, rows = signing.loads(sealed, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature as forged:
        raise Http404 from forged
    if name != act.name:
        raise Http404
    digest = hashlib.sha256(sealed.encode()).hexdigest()[:40]
    results = [_do(reading, act, line, told, f"{digest}-{line}") for line, told in rows]
    done = sum(1 for result in results if result["entry"] is not None)
    return _page(request, act, reading.agreement, results=results, done=done)


def _do(
    reading: Reader, act: Act[Any], line: int, told: dict[str, str], key: str
) -> dict[str, object]:
    asked = read_asked(act.asked, told)
    if isinstance(asked, tuple):
        return {"line": line, "entry": None, "why": _sentences(asked)}
    outcome = perform(act, asked, reading.actor, reading.agreement, ports(), request_key=key)
    if isinstance(outcome, Refused):
        return {"line": line, "entry": None, "why": _sentences(outcome.findings)}
    return {"line": line, "entry": outcome.entry, "why": _sentences(outcome.findings)}


def _sentences(findings: Iterable[Finding]) -> list[str]:
    return [
        " ".join(filter(None, (str(f.location.column or ""), said(f.message), advised(f.message))))
        for f in findings
    ]


def _shown(row: FileRow) -> dict[str, object]:
    told = "; ".join(f"{name}: {value}" for name, value in row.told.items())
    return {"line": row.line, "told": told, "why": _sentences(row.findings)}


def _page(
    request: HttpRequest, act: Act[Any], agreement: str, *, status: int = 200, **more: object
) -> HttpResponse:
    lang = current()
    headings = [
        (one.name, column_label(table_of(one.fact.partition(".")[0]), one.column, lang),
         one.required)
        for one in fields_of(act.asked)
    ]  # fmt: skip
    context = {
        "agreement": agreement, "act": act.name, "title": text(f"web.act-{act.name}", lang),
        "headings": headings, **more,
    }  # fmt: skip
    return render(request, "web/files/upload.html", context, status=status)
