"""From a plan to rows and their entry; the same for every store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from safeconduct.basics.digest import Plain
from safeconduct.casework.cells import is_erasable, plain_cell, plain_values
from safeconduct.casework.columns import table_of
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.ports import Transaction
from safeconduct.casework.reach import reach_of
from safeconduct.casework.row import Cell, KeptRow
from safeconduct.policy import Actor
from safeconduct.record import Draft, Statement, draft

STATED = "stated"
"""The name of the hidden claim that holds an entry's rows without their personal values."""

UNPLACED = -1
"""The entry of rows that have none yet."""


def rows_of(plan: Plan, view: Transaction, actor: Actor, now: datetime) -> tuple[KeptRow, ...]:
    """A plan's rows with their versions, as they will be kept once their entry has its place."""
    versions = dict(view.versions({(new.table, new.key) for new in plan.rows}))
    rows = []
    for new in plan.rows:
        name = new.table, new.key
        versions[name] = versions.get(name, 0) + 1
        rows.append(_kept(new, versions[name], view.agreement, actor, now))
    return tuple(rows)


def _kept(new: NewRow, version: int, agreement: str, actor: Actor, now: datetime) -> KeptRow:
    values: dict[str, Cell] = {
        name: value for name, value in new.values.items() if value not in (None, "", ())
    }
    key = table_of(new.table).key
    if key:
        values[key] = new.key
    reach = reach_of(new.table, new.key, values)
    return KeptRow(
        agreement, new.table, new.key, version, values, reach.person, reach.transfer, reach.place,
        new.is_open, new.happened_at or now, now, UNPLACED, actor.id, actor.name,
    )  # fmt: skip


def draft_of(act: str, plan: Plan, rows: Sequence[KeptRow], actor: Actor) -> Draft:
    """The entry that states the rows; each personal value stands behind a digest of its own.

    Raises:
        WrongInput: a fact cannot stand in clear, or a value cannot be held.
    """
    hidden: dict[str, Plain] = {**plan.personal}
    for number, row in enumerate(rows):
        for name, value in row.values.items():
            if is_erasable(row.table, name):
                hidden[claim_of(number, name)] = plain_cell(value)
    recorded = rows[0].recorded_at.isoformat() if rows else ""
    hidden[STATED] = {
        "act": act,
        "actor": actor.id,
        "at": recorded,
        "rows": [_plain_row(row) for row in rows],
    }
    hidden["actor_name"] = actor.name
    agreement = rows[0].agreement if rows else ""
    said = Statement(plan.event, plan.case, agreement, plan.facts, hidden, plan.confidentiality)
    return draft(said)


def claim_of(number: int, column: str) -> str:
    """The name of the hidden claim that holds a personal value of an entry's row."""
    return f"r{number}_{column}"


def _plain_row(row: KeptRow) -> Plain:
    open_values = {n: v for n, v in row.values.items() if not is_erasable(row.table, n)}
    return {
        "table": row.table,
        "key": row.key,
        "version": row.version,
        "open": row.is_open,
        "happened_at": row.happened_at.isoformat(),
        "values": {**plain_values(open_values)},
    }


def placed(rows: Sequence[KeptRow], entry: int) -> tuple[KeptRow, ...]:
    """The rows, now that their entry has its place."""
    return tuple(replace(row, entry=entry) for row in rows)
