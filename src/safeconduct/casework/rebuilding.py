"""Rebuilding rows from the record's entries, and saying where a store differs from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import zip_longest

from safeconduct.basics import Finding, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.basics.finding import Parameter
from safeconduct.casework.cells import read_values
from safeconduct.casework.keeping import STATED, claim_of
from safeconduct.casework.reach import reach_of
from safeconduct.casework.row import KeptRow
from safeconduct.record import Record


def rebuilt(record: Record, first: int = 0) -> Iterator[KeptRow]:
    """The rows that the entries state, in their order, without values that were erased.

    Args:
        record: the record, open.
        first: the entry from which on.
    """
    for index, claims in record.entries(first):
        body = claims.get("body")
        stated = body.get(STATED) if isinstance(body, dict) else None
        if isinstance(body, dict) and isinstance(stated, dict):
            yield from _rows(index, str(claims["agreement"]), body, stated)


def _rows(
    index: int, agreement: str, body: Mapping[str, Plain], stated: Mapping[str, Plain]
) -> Iterator[KeptRow]:
    rows = stated.get("rows")
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict):
            yield _row(index, agreement, number, row, body, stated)


def _row(
    index: int,
    agreement: str,
    number: int,
    row: Mapping[str, Plain],
    body: Mapping[str, Plain],
    stated: Mapping[str, Plain],
) -> KeptRow:
    table, key = str(row["table"]), str(row["key"])
    start = claim_of(number, "")
    hidden = {name[len(start) :]: v for name, v in body.items() if name.startswith(start)}
    told = row.get("values")
    values = read_values(table, {**(told if isinstance(told, dict) else {}), **hidden})
    reach = reach_of(table, key, values)
    return KeptRow(
        agreement, table, key, int(str(row["version"])), values, reach.person, reach.transfer,
        reach.place, row.get("open") is True, datetime.fromisoformat(str(row["happened_at"])),
        datetime.fromisoformat(str(stated["at"])), index, str(stated.get("actor", "")),
        str(body.get("actor_name", "")),
    )  # fmt: skip


def differences(kept: Iterable[KeptRow], from_entries: Iterable[KeptRow]) -> Iterator[Finding]:
    """Where a store's rows are not those that the entries state; none while all is well.

    Args:
        kept: every version of every row, in the order in which they were stated.
        from_entries: the rows rebuilt from the entries.
    """
    for ours, theirs in zip_longest(kept, from_entries):
        if ours == theirs:
            continue
        one = ours or theirs
        if ours is None or theirs is None or _name(ours) != _name(theirs):
            code = "casework.row-without-entry" if theirs is None else "casework.row-missing"
            yield _differs(code, one)
            return  # from here on every row would seem another
        yield _differs("casework.row-differs", ours)


def _name(row: KeptRow) -> tuple[str, str, str, int]:
    return row.agreement, row.table, row.key, row.version


def _differs(code: str, row: KeptRow | None) -> Finding:
    where: dict[str, Parameter] = (
        {} if row is None else {"table": row.table, "key": row.key, "entry": row.entry}
    )
    return Finding(Message(code, where), Severity.ATTENTION)
