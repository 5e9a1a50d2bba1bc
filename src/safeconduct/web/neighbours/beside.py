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
    """A row that both state, and in what they differ."""

    key: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A table of both books.

    Attributes:
        title: the table's name, in the language of the page.
        alike: how many rows both state alike.
        differing: the rows that both state, and not alike.
        only_ours: the keys of rows that only we state.
        only_theirs: the keys of rows that only they state.
    """

    title: str
    alike: int
    differing: tuple[Line, ...]
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether neither states anything."""
        return not (self.alike or self.differing or self.only_ours or self.only_theirs)


def beside(name: str, ours: Sequence[KeptRow], theirs: Sequence[KeptRow], names: Names) -> Beside:
    """Hold the rows of two books against each other, by their keys."""
    table = table_of(name)
    own, other = {row.key: row for row in ours}, {row.key: row for row in theirs}
    both = sorted(own.keys() & other.keys())
    compared = [(key, _differences(table, own[key], other[key], names)) for key in both]
    differing = tuple(Line(key, found) for key, found in compared if found)
    return Beside(
        title_of(table),
        len(both) - len(differing),
        differing,
        tuple(sorted(own.keys() - other.keys())),
        tuple(sorted(other.keys() - own.keys())),
    )


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
