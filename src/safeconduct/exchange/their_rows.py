"""Rows of casework within entries: what crosses of them, and what the other party's entries say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.casework.cells import is_erasable, read_values
from safeconduct.casework.columns import columns_of
from safeconduct.casework.keeping import STATED, claim_of
from safeconduct.casework.reach import reach_of
from safeconduct.casework.row import KeptRow
from safeconduct.facts import KEPT, TABLES, Personal
from safeconduct.record import Malformed
from safeconduct.record.entries import Disclosure, Entry

OFFICER = "actor_name"
"""The claim that names the officer who acted; the office is told, the name stays here."""


def withheld_of_rows(_entry: Entry, disclosures: tuple[Disclosure, ...]) -> frozenset[str]:
    """What stays on this side of an entry that states rows.

    The officer's name, and what is strictly personal: health and protection. The other party's
    clinician learns of health from a colleague, never from a mirrored log.
    """
    names = {OFFICER}
    for number, row in enumerate(_stated(disclosures)):
        table = str(row.get("table"))
        if table in TABLES or table in KEPT:
            names |= {
                claim_of(number, name)
                for name, column in columns_of(table).items()
                if column.personal is Personal.SPECIAL and is_erasable(table, name)
            }
    return frozenset(names)


def _stated(disclosures: tuple[Disclosure, ...]) -> list[Mapping[str, Plain]]:
    for one in disclosures:
        if one.name == STATED and isinstance(one.value, dict):
            rows = one.value.get("rows")
            return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return []


def rows_said(claims: Mapping[str, Plain], index: int) -> tuple[KeptRow, ...]:
    """The rows that an entry of the other party states, with what it disclosed of them.

    Args:
        claims: the entry's claims, with its disclosures in place.
        index: the entry's place in their log.

    Raises:
        Malformed: they are not in the form that casework writes; nothing of them is read.
    """
    body = claims.get("body")
    stated = body.get(STATED) if isinstance(body, dict) else None
    if not isinstance(body, dict) or not isinstance(stated, dict):
        return ()
    try:
        return tuple(_rows(str(claims.get("agreement", "")), body, stated, index))
    except (KeyError, TypeError, ValueError) as wrong:
        raise Malformed(Message.of("exchange.rows", index=index)) from wrong


def _rows(
    agreement: str, body: Mapping[str, Plain], stated: Mapping[str, Plain], index: int
) -> Iterator[KeptRow]:
    recorded, rows = datetime.fromisoformat(str(stated["at"])), stated["rows"]
    if recorded.tzinfo is None or not isinstance(rows, list):
        raise ValueError(STATED)
    for number, row in enumerate(rows):
        read = _row(agreement, row, index, recorded)
        shown = {
            name: body[claim_of(number, name)]
            for name in columns_of(read.table)
            if claim_of(number, name) in body
        }
        values = {**read.values, **read_values(read.table, shown)}
        yield replace(read, values=values, actor=str(stated.get("actor", "")))


def _row(agreement: str, row: Plain, index: int, recorded: datetime) -> KeptRow:
    match row:
        case {
            "table": str(table),
            "key": str(key),
            "version": int(version),
            "open": bool(is_open),
            "happened_at": str(happened),
            "values": dict(values),
        }:
            read = read_values(table, values)
            reach = reach_of(table, key, read)
            return KeptRow(
                agreement, table, key, version, read, reach.person, reach.transfer, reach.place,
                is_open, datetime.fromisoformat(happened), recorded, index,
            )  # fmt: skip
        case _:
            raise ValueError(STATED)
