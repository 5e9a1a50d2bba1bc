"""The other party's page: what it has heard, what waits for it, what it states beside ours."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.policy import Right
from safeconduct.store.neighbours.standing import PERMITTING, neighbours, pending
from safeconduct.store.neighbours.their_statements import their_rows
from safeconduct.store.node import ports, store
from safeconduct.web.neighbours.beside import Beside, beside
from safeconduct.web.reading import Reader, needs, reader

BOTH_STATE = ("orders", "stops", "manifests", "manifest_lines", "handover_lines", "bookings")
"""The tables that both parties keep, each its own."""


@require_safe
@login_required
def other_party(request: HttpRequest, agreement: str) -> HttpResponse:
    """The other party, as far as it is known here."""
    reading = reader(request, agreement)
    needs(reading.holds(Right.READ_BOARD))
    now = ports().clock.now()
    known = neighbours(store(), agreement, now)
    context = {"agreement": agreement, "neighbours": known, "pending": (), "tables": ()}
    if known:
        waiting = [row for table in PERMITTING for row in reading.view.rows(table)]
        context["pending"] = pending(store(), waiting, now)
        context["tables"] = [table for table in _beside(reading) if not table.is_empty]
    return render(request, "web/neighbours/other_party.html", context)


def _beside(reading: Reader) -> Iterator[Beside]:
    for table in BOTH_STATE:
        if table in reading.tables:
            ours, theirs = reading.view.rows(table), their_rows(reading.agreement, table)
            yield beside(table, ours, theirs, reading.names)
