"""Fills a node's tables for measuring: rows as acts state them, written in bulk and unrecorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from safeconduct.casework import KeptRow
from safeconduct.casework.columns import table_of
from safeconduct.casework.reach import reach_of
from safeconduct.casework.row import Cell
from safeconduct.casework.story.cast import AGREEMENT
from safeconduct.store.writing import write

AT_ONCE = 2_000
PLACES = 40


def copies_of(rows: Iterable[KeptRow], person: str, copies: Iterable[str]) -> Iterator[KeptRow]:
    """A person's rows, told of others."""
    own = [row for row in rows if row.person == person]
    for other in copies:
        for row in own:
            values: dict[str, Cell] = {
                name: value.replace(person, other) if isinstance(value, str) else value
                for name, value in row.values.items()
            }
            key = row.key.replace(person, other) if person in row.key else f"{row.key}-{other}"
            if named := table_of(row.table).key:
                values[named] = key
            reach = reach_of(row.table, key, values)
            yield replace(row, key=key, values=values, person=reach.person, version=1)


def persons_and_bookings(persons: int, bookings: int, since: datetime) -> Iterator[KeptRow]:
    """So many registered persons, and bookings of theirs, the last of each still open."""
    for number in range(persons):
        values: dict[str, Cell] = {"person": f"B{number}", "legal_status": "sentenced"}
        yield _row("persons", f"B{number}", values, since, is_open=True)
    for number in range(bookings):
        arrived = since + timedelta(minutes=number)
        is_open = number >= bookings - persons // 20
        place = f"place-{number % PLACES}"
        told: dict[str, Cell] = {
            "person": f"B{number % persons}", "place": place, "arrived_at": arrived,
            "how": "handed-over", "title": "order", "unit": "A", "booking": f"bk-{number}",
        }  # fmt: skip
        if not is_open:
            told["departed_at"] = arrived + timedelta(days=30)
        yield _row("bookings", f"bk-{number}", told, arrived, is_open=is_open)


def _row(table: str, key: str, values: dict[str, Cell], at: datetime, *, is_open: bool) -> KeptRow:
    reach = reach_of(table, key, values)
    return KeptRow(
        AGREEMENT, table, key, 1, values, reach.person, reach.transfer, reach.place, is_open, at,
        at, 0, "bench", "Bench",
    )  # fmt: skip


def fill(rows: Iterable[KeptRow]) -> int:
    """Write rows, some thousands at once; how many there were."""
    written, rows = 0, iter(rows)
    while batch := list(islice(rows, AT_ONCE)):
        write(batch)
        written += len(batch)
    return written
