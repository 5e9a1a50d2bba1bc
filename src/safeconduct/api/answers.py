"""The shapes of answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema

from safeconduct.basics import ENGLISH, Finding, Lang, advice, languages, render
from safeconduct.casework import KeptRow

Plain = str | int | bool | list[str] | None


class FindingOut(Schema):
    """What stands in the way, or what somebody should look at."""

    code: str
    severity: str
    field: str | None
    says: str
    advice: str


class RowOut(Schema):
    """One version of a row, as far as it is open to the bearer."""

    table: str
    key: str
    version: int
    values: dict[str, Any]
    person: str
    transfer: str
    place: str
    is_open: bool
    happened_at: datetime
    recorded_at: datetime
    entry: int


class StatedOut(Schema):
    """A row that an act stated."""

    table: str
    key: str
    version: int


class DoneOut(Schema):
    """The receipt of an act."""

    act: str
    agreement: str
    entry: int
    leaf: str
    rows: list[StatedOut]
    findings: list[FindingOut]
    again: bool


class RefusedOut(Schema):
    """Why an act was not done. Nothing was written."""

    findings: list[FindingOut]


class ProblemOut(Schema):
    """Why a request was not answered: no token, no such thing for you, or not to be read."""

    detail: Any


PROBLEMS: dict[int, Any] = {401: ProblemOut, 404: ProblemOut, 422: ProblemOut}
"""How every operation answers where it cannot."""


class PageOut(Schema):
    """Some rows; ``next`` is the ``after`` of the following page, null at the end."""

    rows: list[RowOut]
    next: int | None


class EventOut(Schema):
    """An entry of the record with the rows that it stated, as far as they are open."""

    entry: int
    rows: list[RowOut]


class EventsOut(Schema):
    """Entries in order; ask again with ``after`` = ``next``."""

    events: list[EventOut]
    next: int


class FieldOut(Schema):
    """A field of what an act asks."""

    name: str
    fact: str
    type: str
    required: bool
    codes: list[str]


class ActOut(Schema):
    """An act that the bearer may do."""

    name: str
    room: str
    right: str
    fields: list[FieldOut]


def finding_out(finding: Finding, lang: Lang) -> FindingOut:
    """A finding in words."""
    column = finding.location.column
    return FindingOut(
        code=finding.code,
        severity=finding.severity.value,
        field=str(column) if column is not None else None,
        says=render(finding.message, lang),
        advice=advice(finding.message, lang),
    )


def row_out(row: KeptRow) -> RowOut:
    """A row in plain values; days and moments as ISO 8601 has them."""
    return RowOut(
        table=row.table,
        key=row.key,
        version=row.version,
        values={name: _plain(value) for name, value in row.values.items()},
        person=row.person,
        transfer=row.transfer,
        place=row.place,
        is_open=row.is_open,
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        entry=row.entry,
    )


def _plain(value: object) -> Plain:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int | bool) else None


def asked_language(accepted: str) -> Lang:
    """The language of the sentences: the first of the header that is known, else English."""
    wishes = (part.strip()[:2].lower() for part in accepted.split(","))
    return next((Lang(wish) for wish in wishes if wish in languages()), ENGLISH)
