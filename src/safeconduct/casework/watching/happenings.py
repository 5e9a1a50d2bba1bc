"""What has happened that duties hang on, read off the rows of a node.

Of arrivals only those of whoever is still held are read: the rest is over, and a register is long.
Complaints and locate requests are not among it: whoever may read what is due would learn of them.
Their own rows say by when they are answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from safeconduct.casework.row import KeptRow
from safeconduct.casework.watching.read_once import ReadOnce
from safeconduct.oversight import Happening

_INCIDENTS = {
    "injury": "serious_injury",
    "self-harm": "serious_injury",
    "escape": "escape",
    "missing-at-headcount": "missing",
    "held-without-order": "held_without_order",
}
"""Kinds of incident to the events that terms and floor name."""

_RETURNS = {
    "request": "return_requested",
    "recall": "return_requested",
    "order": "return_requested",
    "sentence-ends": "release_planned",
}


def happenings_of(known: ReadOnce) -> tuple[Happening, ...]:
    """Everything that has started a duty which may still be owed."""
    found: list[Happening] = []
    for row in _under_way(known):
        found += _handover(row)
    for table, open_only, read in _READERS:
        for row in known.rows(table, open_only=open_only):
            # A later version tells of a change; the clock began with the first.
            found += read(replace(row, happened_at=known.began(row)))
    return tuple(found)


def _under_way(known: ReadOnce) -> Iterator[KeptRow]:
    """Handovers that are not over: still open, or with somebody of whom nobody has said."""
    unsettled = {line.text("handover") for line in known.rows("handover_lines", open_only=True)}
    open_ones = {row.key for row in known.rows("handovers", open_only=True)}
    for key in sorted(unsettled | open_ones):
        if (row := known.row("handovers", key)) is not None:
            yield row


def _happened(
    row: KeptRow, events: Iterable[str], at: datetime | None = None
) -> Iterator[Happening]:
    moment = at or row.happened_at
    for event in events:
        yield Happening(event, f"{event}/{row.key}", moment, row.person, row.transfer, row.place)


def _handover(row: KeptRow) -> Iterator[Happening]:
    yield from _happened(row, ["dispatched"], row.instant("dispatched_at"))


def _booking(row: KeptRow) -> Iterator[Happening]:
    if row.text("how") not in {"moved", "returned"}:
        events = ["admitted", "admitted_in_receiving_state"]
        announced = ["handed_over"] if row.transfer else []
        yield from _happened(row, [*announced, *events], row.instant("arrived_at"))


def _incident(row: KeptRow) -> Iterator[Happening]:
    event = _INCIDENTS.get(row.text("kind"))
    if event is not None:
        yield from _happened(row, [event], row.instant("happened_at"))


def _death(row: KeptRow) -> Iterator[Happening]:
    yield from _happened(row, ["death"], row.instant("died_at"))


def _release(row: KeptRow) -> Iterator[Happening]:
    if row.text("ground") != "held-without-order":
        yield from _happened(row, ["release_ordered"])
    if (freed := row.instant("released_at")) is not None:
        yield from _happened(row, ["released"], freed)


def _return(row: KeptRow) -> Iterator[Happening]:
    event = _RETURNS.get(row.text("reason"))
    if event is not None:
        yield from _happened(row, [event])


def _contest(row: KeptRow) -> Iterator[Happening]:
    yield from _happened(row, ["data_contested"], row.instant("contested_at"))


_READERS: tuple[tuple[str, bool, Callable[[KeptRow], Iterator[Happening]]], ...] = (
    ("bookings", True, _booking),
    ("incidents", False, _incident),
    ("deaths", False, _death),
    ("releases", False, _release),
    ("returns", False, _return),
    ("contests", False, _contest),
)
"""Tables, whether only open rows are read, and how."""
