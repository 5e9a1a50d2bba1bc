"""The feed of events: every entry after the last one seen, with what of it is open."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from safeconduct.api.answers import PROBLEMS, EventOut, EventsOut, row_out
from safeconduct.api.asking import reader
from safeconduct.store.models import StatedRow
from safeconduct.store.node import ports
from safeconduct.store.queries import note_read
from safeconduct.store.view import rows_of_entry

router = Router(tags=["events"])

Entry = Annotated[int, Field(ge=-1, le=2**62)]
Limit = Annotated[int, Field(ge=1, le=200)]


@router.get(
    "/agreements/{agreement}/events", response={200: EventsOut, **PROBLEMS}, summary="Events"
)
def events(request: HttpRequest, agreement: str, after: Entry = -1, limit: Limit = 50) -> EventsOut:
    """Entries after ``after`` in the order of the record.

    Those of which nothing is open are left out, and ``next`` passes them by.
    """
    reading = reader(request, agreement)
    stated = StatedRow.objects.filter(agreement=agreement, entry__gt=after)
    entries = list(stated.order_by("entry").values_list("entry", flat=True).distinct()[:limit])
    shown = []
    for entry in entries:
        rows = [reading.view.open_part(row) for row in rows_of_entry(entry)]
        open_rows = [row for row in rows if row is not None]
        if open_rows:
            shown.append(EventOut(entry=entry, rows=[row_out(row) for row in open_rows]))
    persons = [row.person for event in shown for row in event.rows if row.person]
    note_read(reading, "api-events", ports().clock.now(), persons=persons, tables=["events"])
    return EventsOut(events=shown, next=entries[-1] if entries else after)
