"""Stating a row from what an act asks: each field fills the column that its fact names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from safeconduct.basics import Finding
from safeconduct.casework.asking import fields_of
from safeconduct.casework.columns import table_of
from safeconduct.casework.plan import NewRow, Plan
from safeconduct.casework.row import Cell
from safeconduct.casework.situation import Situation, fault, notice
from safeconduct.facts import TABLES


def values_for(table: str, asked: object) -> dict[str, Cell]:
    """The values that the fields of an act state for a table's columns."""
    return {
        field.column.name: getattr(asked, field.name)
        for field in fields_of(type(asked))
        if field.fact.partition(".")[0] == table
    }


def stated_row(
    table: str,
    asked: object,
    situation: Situation,
    *,
    key: str = "",
    happened_at: datetime | None = None,
    is_open: bool = True,
    more: Mapping[str, Cell] = MappingProxyType({}),
) -> NewRow:
    """A row of a table from what is asked, attested by the actor's office.

    Args:
        table: the table.
        asked: what the act asks.
        situation: when, and who acts.
        key: the row's key; empty for a new one.
        happened_at: when what it tells of happened; None for now.
        is_open: whether it goes on.
        more: values that the act itself knows; they go before those that were asked.
    """
    values = {**values_for(table, asked), **more}
    if table in TABLES:
        source = values.get("source")
        values |= situation.attested(source if isinstance(source, str) else "")
    named = table_of(table).key
    stated = values.get(named) if named else None
    name = key or (stated if isinstance(stated, str) and stated else situation.names.new(table))
    return NewRow(table, name, values, happened_at, is_open)


def fact_of_person(
    table: str,
    asked: object,
    situation: Situation,
    *,
    person: str,
    event: str = "",
    more: Mapping[str, Cell] = MappingProxyType({}),
) -> Plan | tuple[Finding, ...]:
    """A plan that states one fact of a registered person.

    Args:
        table: the table of the fact.
        asked: what the act asks.
        situation: when, and who acts.
        person: of whom.
        event: the kind of entry; empty for the act's own.
        more: values that the act itself knows.
    """
    if situation.view.row("persons", person) is None:
        return (unknown_person(person),)
    row = stated_row(table, asked, situation, more=more)
    if situation.view.row(table, row.key) is not None:
        return (fault("casework.key-taken", table_of(table).key, key=row.key, table=table),)
    return Plan((row,), event=event, case=situation.case_of(person))


def unknown_person(person: str) -> Finding:
    """That nobody is registered under this key."""
    return fault("casework.unknown-person", "person", person=person[:80])


def ahead(field: str, at: datetime | None, now: datetime) -> tuple[Finding, ...]:
    """That something is said to have happened which cannot have happened yet."""
    if at is None or at <= now:
        return ()
    return (fault("casework.not-yet", field, at=at, now=now),)


def clock_ahead(field: str, at: datetime | None, now: datetime) -> tuple[Finding, ...]:
    """That a clock which runs ahead was not believed; what protects is taken in all the same."""
    if at is None or at <= now:
        return ()
    return (notice("casework.taken-as-now", field, at=at, now=now),)
