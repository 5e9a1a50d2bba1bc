"""Two books beside each other: what each party states of one thing, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safeconduct.casework.columns import table_of
from safeconduct.casework.row import KeptRow
from safeconduct.facts import Column, Personal, Table, column_label
from safeconduct.facts.table import PROVENANCE
from safeconduct.web.cells import Cell, Names, cell_of
from safeconduct.web.language import current
from safeconduct.web.sections import title_of

_OWN_AFFAIR = frozenset(column.name for column in PROVENANCE)


@dataclass(frozen=True, slots=True)
class Difference:
    """One column in which the books differ."""

    label: str
    ours: Cell
    theirs: Cell


@dataclass(frozen=True, slots=True)
class Line:
    """One row's key, who states it, and in what the two differ."""

    key: str
    standing: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A table of both books.

    Attributes:
        title: the table's name, in the language of the page.
        alike: how many rows both state alike.
        lines: every row that they do not state alike.
    """

    title: str
    alike: int
    lines: tuple[Line, ...]


def beside(name: str, ours: Sequence[KeptRow], theirs: Sequence[KeptRow], names: Names) -> Beside:
    """Hold the rows of two books against each other, by their keys."""
    table = table_of(name)
    own, other = {row.key: row for row in ours}, {row.key: row for row in theirs}
    lines: list[Line] = []
    alike = 0
    for key in sorted(own.keys() | other.keys()):
        if key not in other:
            lines.append(Line(key, "only-ours"))
        elif key not in own:
            lines.append(Line(key, "only-theirs"))
        elif found := _differences(table, own[key], other[key], names):
            lines.append(Line(key, "differs", found))
        else:
            alike += 1
    return Beside(title_of(table), alike, tuple(lines))


def _differences(
    table: Table, ours: KeptRow, theirs: KeptRow, names: Names
) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            column_label(table, column, current()),
            cell_of(ours, column, names),
            cell_of(theirs, column, names),
        )
        for column in table.columns
        if _crosses(column) and ours.values.get(column.name) != theirs.values.get(column.name)
    )


def _crosses(column: Column) -> bool:
    return column.personal is not Personal.SPECIAL and column.name not in _OWN_AFFAIR
