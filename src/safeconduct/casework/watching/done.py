"""When a duty was done, read off the rows that show it; what no row shows is not done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from safeconduct.casework.row import KeptRow
from safeconduct.casework.watching.read_once import ReadOnce
from safeconduct.oversight import DutyItem, Happening

_Shows = Callable[[Happening, ReadOnce], datetime | None]


def done_at(items: Iterable[DutyItem], known: ReadOnce) -> dict[str, datetime]:
    """When each duty was done, by its key; those that are not done are left out."""
    recorded = {row.key: row.instant("done_at") for row in known.rows("duties")}
    done = {}
    for item in items:
        shows = _SHOWN_BY.get(item.duty)
        at = recorded.get(item.key) or (shows(item.about, known) if shows else None)
        if at is not None:
            done[item.key] = at
    return done


def _row_of(about: Happening, table: str, known: ReadOnce) -> KeptRow | None:
    return known.row(table, about.key.partition("/")[2])


def _cell(table: str, column: str) -> _Shows:
    def shows(about: Happening, known: ReadOnce) -> datetime | None:
        row = _row_of(about, table, known)
        return None if row is None else row.instant(column)

    return shows


def _first(table: str, column: str, code: tuple[str, str] | None = None) -> _Shows:
    """The first moment, from the happening on, that a row of the person holds."""

    def shows(about: Happening, known: ReadOnce) -> datetime | None:
        rows = known.of_person(table, about.person)
        moments = [row.instant(column) for row in rows
                   if code is None or row.text(code[0]) == code[1]]  # fmt: skip
        return min((at for at in moments if at is not None and at >= about.at), default=None)

    return shows


def _everybody_answered(about: Happening, known: ReadOnce) -> datetime | None:
    lines = known.of_transfer("handover_lines", about.transfer)
    settled = [line.instant("settled_at") for line in lines]
    said = [at for at in settled if at is not None]
    return max(said) if said and len(said) == len(settled) else None


def _title_or_free(about: Happening, known: ReadOnce) -> datetime | None:
    clocks = known.of_person("releases", about.person)
    over = [row for row in clocks if row.text("state") != "due" and row.recorded_at >= about.at]
    return min((row.recorded_at for row in over), default=None)


_SHOWN_BY: Mapping[str, _Shows] = MappingProxyType(
    {
        "answer-for-the-sent": _everybody_answered,
        "examine": _first("examinations", "examined_at", ("kind", "admission")),
        "tell-of-consul": _first("consular_choices", "told_at"),
        "inform-of-rights": _first("notices", "served_at", ("kind", "rights")),
        "find-a-title": _title_or_free,
        "release": _cell("releases", "released_at"),
        "verify-release": _cell("releases", "verified_at"),
        "report-death": _cell("deaths", "reported_at"),
        "tell-next-of-kin": _cell("deaths", "next_of_kin_told_at"),
        "report-injury": _cell("incidents", "reported_at"),
        "report-escape": _cell("incidents", "reported_at"),
        "answer-contest": _cell("contests", "answered_at"),
    }
)
"""Duties of the floor that rows show to be done. For every other duty somebody says so."""
