"""A person's timeline: what happened and when it was recorded, the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from safeconduct.casework.columns import table_of
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.facts import FactType, column_label, table_label
from safeconduct.web.cells import HIDDEN, value_in_words
from safeconduct.web.language import current

MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to a person.

    Attributes:
        title: of what kind it is.
        says: its values, as a few labelled facts.
        happened_at: when it happened.
        recorded_at: when it was recorded.
        by: who recorded it.
        entry: the index of its entry in the record.
    """

    title: str
    says: tuple[tuple[str, str], ...]
    happened_at: datetime
    recorded_at: datetime
    by: str
    entry: int


def timeline(view: View, tables: Iterable[str], person: str) -> tuple[Moment, ...]:
    """Every version of every open row that speaks of the person."""
    moments = [
        _moment(version)
        for table in tables
        for row in view.rows(table, person=person)
        for version in (view.history(table, row.key) if row.version > 1 else (row,))
    ]
    return tuple(sorted(moments, key=lambda m: (m.happened_at, m.recorded_at), reverse=True))


def _moment(row: KeptRow) -> Moment:
    table = table_of(row.table)
    says = [
        (column_label(table, column, current()), value_in_words(column, row.values[column.name]))
        for column in table.columns
        if row.values.get(column.name) not in {None, "", ()}
        and column.name not in {*HIDDEN, "person"}
        and column.type is not FactType.KEY
    ]
    return Moment(
        table_label(table, current()),
        tuple(says[:MOST_FACTS]),
        row.happened_at,
        row.recorded_at,
        row.actor_name,
        row.entry,
    )
