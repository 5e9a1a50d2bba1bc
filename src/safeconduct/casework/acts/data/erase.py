"""Erasing a person's values when nothing needs them any more: the rows and their proofs stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from safeconduct.basics import Finding
from safeconduct.casework.act import Act, Planned
from safeconduct.casework.cells import is_erasable
from safeconduct.casework.fact import Fact
from safeconduct.casework.plan import Erase as ErasedRow
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.casework.situation import Situation, fault
from safeconduct.casework.stating import unknown_person
from safeconduct.facts import KEPT, TABLES
from safeconduct.policy import Right


@dataclass(frozen=True, slots=True)
class Erase:
    """Whose values, and on which ground."""

    person: Annotated[str, Fact("erasures.person")]
    ground: Annotated[str, Fact("erasures.ground")]


def plan(asked: Erase, situation: Situation) -> Planned:
    """The erasure of every personal value of the person, in every version of every row."""
    if situation.view.row("persons", asked.person) is None:
        return (unknown_person(asked.person),)
    if wrong := _needed_still(asked.person, situation):
        return wrong
    rows = _rows_of(asked.person, situation)
    values = sum(is_erasable(row.table, name) for row in rows for name in row.values)
    gone = tuple(ErasedRow(row.table, row.key) for row in rows)
    kept: dict[str, Cell] = {
        "person": asked.person, "ground": asked.ground, "values": values,
        "erased_at": situation.now,
    }  # fmt: skip
    row = NewRow("erasures", situation.names.new("erasure"), kept, is_open=False)
    return Plan((row,), case=situation.case_of(asked.person), erases=gone)


def _needed_still(person: str, situation: Situation) -> tuple[Finding, ...]:
    view = situation.view
    holds = [h for h in view.rows("legal_holds", open_only=True) if h.person in ("", person)]
    found = [fault("casework.under-hold", "person", hold=hold.key) for hold in holds]
    if view.rows("bookings", person=person, open_only=True):
        found.append(fault("casework.held-still", "person", person=person))
    waiting = [
        *view.rows("contests", person=person, open_only=True),
        *view.rows("complaints", person=person, open_only=True),
        *view.rows("releases", person=person, open_only=True),
    ]
    found += [fault("casework.open-still", "person", key=row.key, table=row.table)
              for row in waiting]  # fmt: skip
    return tuple(found)


def _rows_of(person: str, situation: Situation) -> tuple[KeptRow, ...]:
    tables = (*TABLES, *KEPT)
    return tuple(
        row
        for table in tables
        for row in situation.view.rows(table, person=person)
        if any(is_erasable(table, name) for name in row.values)
    )


ERASE = Act("erase", "data", Right.ERASE, "erased", Erase, plan)
