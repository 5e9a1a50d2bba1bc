"""Everything that is due by a moment, read off the rows that carry one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from safeconduct.basics import Message
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow

TIMED = (
    ("acknowledgements", "due_at", "acknowledged_at"),
    ("releases", "due_at", "verified_at"),
    ("duties", "due_at", "done_at"),
    ("complaints", "answer_by", "answered_at"),
    ("locate_requests", "answer_by", "answered_at"),
    ("inspection_findings", "answer_by", ""),
    ("finding_answers", "mended_by", ""),
    ("returns", "return_by", "returned_at"),
    ("statements", "due_on", ""),
    ("absences", "expected_at", "returned_at"),
)
"""Table, the column of the moment, and the column that says that it was done."""

DONE_STATES = frozenset({"mended", "answered", "closed", "paid", "settled", "returned", "cancelled",
                         "verified", "title-found", "done"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due.

    Attributes:
        table: in which table it stands.
        key: its row.
        about: person, place or transfer that it is about.
        due: the moment, aware.
        is_past: whether it has passed.
    """

    table: str
    key: str
    about: str
    due: datetime
    is_past: bool

    @property
    def says(self) -> Message:
        """What is due, as a sentence that waits for its language."""
        return Message.of(f"web.due-{self.table.replace('_', '-')}", about=self.about or self.key)


def deadlines(view: View, now: datetime) -> tuple[Deadline, ...]:
    """What is still to be done, the earliest first."""
    return tuple(sorted(_all(view, now), key=lambda one: (one.due, one.table, one.key)))


def _all(view: View, now: datetime) -> Iterator[Deadline]:
    for table, column, done in TIMED:
        for row in view.rows(table):
            due = _moment(row, column)
            if due is None or _is_done(row, done):
                continue
            about = row.person or row.place or row.transfer
            yield Deadline(table, row.key, about, due, due < now)


def _is_done(row: KeptRow, done: str) -> bool:
    if done and row.instant(done) is not None:
        return True
    return row.text("state") in DONE_STATES


def _moment(row: KeptRow, column: str) -> datetime | None:
    if (moment := row.instant(column)) is not None:
        return moment
    day: date | None = row.day(column)
    # A day as a deadline lasts until its end.
    return None if day is None else timezone.make_aware(datetime.combine(day, time(23, 59)))
