"""Erasing personal values: from the record's disclosures and from the rows, together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from safeconduct.casework.cells import is_erasable
from safeconduct.casework.keeping import claim_of
from safeconduct.casework.plan import Erase
from safeconduct.casework.ports import View
from safeconduct.casework.row import KeptRow
from safeconduct.record import Record


def versions_to_erase(view: View, erases: Iterable[Erase]) -> tuple[tuple[KeptRow, Erase], ...]:
    """Every version of the rows that an act erases."""
    return tuple((row, erase) for erase in erases for row in view.history(erase.table, erase.key))


def without(row: KeptRow, erase: Erase) -> KeptRow:
    """The row without its erased values; its keys and references stay."""
    return replace(row, values={n: v for n, v in row.values.items() if n not in gone(row, erase)})


def gone(row: KeptRow, erase: Erase) -> frozenset[str]:
    """Which columns of a row an erasure takes: all that can be erased, or those it names."""
    wanted = erase.columns or tuple(row.values)
    return frozenset(n for n in wanted if n in row.values and is_erasable(row.table, n))


def forget_in_record(record: Record, versions: Sequence[tuple[KeptRow, int, Erase]]) -> int:
    """Erase the values in the record's entries; how many there were.

    Args:
        record: the record, open for writing, after the entry that announces the erasure.
        versions: each row, its place among the rows of its entry, and what is erased of it.
    """
    by_entry: dict[int, set[str]] = defaultdict(set)
    for row, place, erase in versions:
        by_entry[row.entry] |= {claim_of(place, name) for name in gone(row, erase)}
    for index, names in by_entry.items():
        record.forget_values(index, record.entry(index), frozenset(names))
    return sum(map(len, by_entry.values()))
