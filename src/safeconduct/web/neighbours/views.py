"""The other party's page: what it has heard, what waits for it, what it states beside ours."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from safeconduct.policy import Right
from safeconduct.store.neighbours.standing import PERMITTING, neighbours, pending
from safeconduct.store.neighbours.their_statements import their_rows
from safeconduct.store.node import ports, store
from safeconduct.web.neighbours.beside import beside
from safeconduct.web.reading import needs, reader

BOTH_STATE = ("orders", "stops", "manifests", "manifest_lines", "handover_lines", "bookings")
"""The tables that both parties keep, each its own."""


@require_safe
@login_required
def other_party(request: HttpRequest, agreement: str) -> HttpResponse:
    """The other party, as far as it is known here."""
    reading = reader(request, agreement)
    needs(reading.holds(Right.READ_BOARD))
    now = ports().clock.now()
    waiting = [row for table in PERMITTING for row in reading.view.rows(table)]
    tables = [
        beside(table, reading.view.rows(table), their_rows(agreement, table), reading.names)
        for table in BOTH_STATE
        if table in reading.tables
    ]
    context = {
        "agreement": agreement,
        "neighbours": neighbours(store(), agreement, now),
        "pending": pending(store(), waiting, now),
        "tables": [table for table in tables if table.lines],
    }
    return render(request, "web/neighbours/other_party.html", context)
