"""Reading rows, page by page, as known now or at an earlier moment."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Router
from pydantic import AwareDatetime, Field

from safeconduct.api.answers import PROBLEMS, PageOut, RowOut, row_out
from safeconduct.api.asking import bearer, reader
from safeconduct.store.node import ports
from safeconduct.store.queries import note_read

router = Router(tags=["reading"])

Limit = Annotated[int, Field(ge=1, le=500)]
After = Annotated[int, Field(ge=0, le=10_000_000)]
Named = Annotated[str, Field(max_length=100)]


@router.get("/agreements", response={200: list[str], **PROBLEMS}, summary="Agreements")
def agreements(request: HttpRequest) -> list[str]:
    """The agreements of which the token speaks."""
    who = bearer(request)
    return [one for one in ports().store.agreements() if who.speaks_of(one)]


@router.get(
    "/agreements/{agreement}/tables", response={200: list[str], **PROBLEMS}, summary="Tables"
)
def tables(request: HttpRequest, agreement: str) -> list[str]:
    """The tables of which something is open to the bearer."""
    return sorted(reader(request, agreement).tables)


@router.get(
    "/agreements/{agreement}/tables/{table}",
    response={200: PageOut, **PROBLEMS},
    summary="Rows of a table",
)
def rows(  # noqa: PLR0913, PLR0917 - the filters of one question
    request: HttpRequest,
    agreement: str,
    table: str,
    person: Named = "",
    transfer: Named = "",
    place: Named = "",
    open_only: bool = False,
    as_of: AwareDatetime | None = None,
    after: After = 0,
    limit: Limit = 100,
) -> PageOut:
    """The rows of a table in the order of first entry; ``after`` skips that many."""
    reading = reader(request, agreement, as_of)
    if table not in reading.tables:
        raise Http404
    found = reading.view.rows(
        table, person=person, transfer=transfer, place=place, open_only=open_only
    )
    shown = found[after : after + limit]
    _note(request, agreement, as_of, [row.person for row in shown], table)
    following = after + limit
    return PageOut(
        rows=[row_out(row) for row in shown],
        next=following if following < len(found) else None,
    )


@router.get(
    "/agreements/{agreement}/tables/{table}/{path:key}",
    response={200: list[RowOut], **PROBLEMS},
    summary="Versions of a row",
)
def versions(
    request: HttpRequest,
    agreement: str,
    table: str,
    key: str,
    as_of: AwareDatetime | None = None,
) -> list[RowOut]:
    """Every version of a row, the oldest first."""
    reading = reader(request, agreement, as_of)
    found = reading.view.history(table, key)
    if not found:
        raise Http404
    _note(request, agreement, as_of, [found[-1].person], table)
    return [row_out(row) for row in found]


def _note(
    request: HttpRequest, agreement: str, as_of: datetime | None, persons: list[str], table: str
) -> None:
    named = [person for person in persons if person]
    if named:
        reading = reader(request, agreement, as_of)
        note_read(reading, "api", ports().clock.now(), persons=named, tables=[table])
