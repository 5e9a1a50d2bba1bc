"""Small cells: what would point at a person is left out, and cannot be had back by subtraction.

A number from 1 to 4 is left out. Were it alone in its row or column, the total would give it away,
so further cells go with it, until every one that was left out can have had another value although
everything that was published stays as it is. Zeros are published: they point at nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SMALL = 5
"""From this number on, a cell is published."""

TOTAL = "total"
"""The name of the row and of the column of totals."""

Cell = tuple[str, str]
"""A row's and a column's name; either may be :data:`TOTAL`."""


def is_small(count: int) -> bool:
    """Whether a number could point at a person."""
    return 0 < count < SMALL


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table of counts as it may be published.

    Attributes:
        rows: the names of the rows, in order, without the totals.
        columns: likewise.
        cells: every published number, totals among them; what is left out has no entry.
        left_out: the cells that were left out.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Cell, int]
    left_out: frozenset[Cell]


def publish(
    counts: Mapping[Cell, int], rows: Sequence[str], columns: Sequence[str]
) -> PublishedTable:
    """A table with its totals, small cells left out so that nothing gives them back.

    Args:
        counts: the counts; a cell that is not among them counts nothing.
        rows: the names of the rows.
        columns: the names of the columns.
    """
    whole = _with_totals(counts, rows, columns)
    hidden = {cell for cell, count in whole.items() if is_small(count)}
    ahead = sorted(hidden)
    for cell in ahead:
        while not _can_differ(cell, hidden, whole):
            companion = _companion(cell, hidden, whole)
            if companion is None:
                # Nothing else can stand beside it: the table says nothing at all.
                return PublishedTable(tuple(rows), tuple(columns), {}, frozenset(whole))
            hidden.add(companion)
            ahead.append(companion)
    shown = {cell: count for cell, count in whole.items() if cell not in hidden}
    return PublishedTable(tuple(rows), tuple(columns), shown, frozenset(hidden))


def _with_totals(
    counts: Mapping[Cell, int], rows: Sequence[str], columns: Sequence[str]
) -> dict[Cell, int]:
    whole = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    for row in rows:
        whole[row, TOTAL] = sum(whole[row, column] for column in columns)
    for column in (*columns, TOTAL):
        whole[TOTAL, column] = sum(whole[row, column] for row in rows)
    return whole


# Each row, that of totals too, sums to its total, and so does each column. What is left out can
# move by one along a closed walk from equation to equation, and by nothing else. A walk from a row
# to a column adds one to a cell, or takes one from a total; the way back does the opposite. Whoever
# reads the table knows that no zero was left out, so that a one never goes down.


def _steps(cell: Cell, whole: Mapping[Cell, int]) -> Iterator[tuple[str, str]]:
    """The directions in which a walk may pass through a cell that is left out."""
    row, column = "row/" + cell[0], "column/" + cell[1]
    is_margin = (cell[0] == TOTAL) != (cell[1] == TOTAL)
    can_go_down = whole[cell] > 1
    if can_go_down or not is_margin:
        yield row, column
    if can_go_down or is_margin:
        yield column, row


def _reached(start: str, hidden: set[Cell], whole: Mapping[Cell, int], *, back: bool) -> set[str]:
    """The equations to which a walk leads from one of them, or from which one leads to it."""
    joined: dict[str, set[str]] = {}
    for cell in hidden:
        for one, other in _steps(cell, whole):
            here, there = (other, one) if back else (one, other)
            joined.setdefault(here, set()).add(there)
    reached, ahead = {start}, [start]
    while ahead:
        new = joined.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return reached


def _can_differ(cell: Cell, hidden: set[Cell], whole: Mapping[Cell, int]) -> bool:
    """Whether a cell could hold another number although everything published stays as it is."""
    others = hidden - {cell}
    return any(
        start in _reached(end, others, whole, back=False) for start, end in _steps(cell, whole)
    )


def _companion(cell: Cell, hidden: set[Cell], whole: Mapping[Cell, int]) -> Cell | None:
    """The cell to leave out next: one that closes a walk, else one beside the exposed cell.

    Inner cells are taken before totals, and smaller numbers before larger ones.
    """
    free = [other for other, count in whole.items() if other not in hidden and count > 0]
    order = sorted(free, key=lambda other: (TOTAL in other, whole[other], other))
    others = hidden - {cell}
    walks = [
        (_reached(end, others, whole, back=False), _reached(start, others, whole, back=True))
        for start, end in _steps(cell, whole)
    ]
    for other in order:
        for one, two in _steps(other, whole):
            if any(one in onward and two in homeward for onward, homeward in walks):
                return other
    beside = [other for other in order if other[0] == cell[0] or other[1] == cell[1]]
    return beside[0] if beside else None
