"""The assignment of words to words that weighs most, whatever their order (Kuhn and Munkres)."""

from __future__ import annotations

from collections.abc import Sequence

Pairs = tuple[tuple[int, int], ...]


def best_assignment(weights: Sequence[Sequence[int]]) -> Pairs:
    """Pairs of row and column, each used once, with the greatest sum; pairs of 0 are left out.

    Args:
        weights: what each pair weighs; 0 where it is no pair.
    """
    if not weights or not weights[0]:
        return ()
    alone = _each_alone(weights)
    if alone is not None:
        return alone
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return tuple(sorted((row, column) for column, row in _hungarian(turned)))
    return _hungarian(weights)


def _each_alone(weights: Sequence[Sequence[int]]) -> Pairs | None:
    """The only pairs there are, where no two of them share a word; as with nearly all names."""
    pairs = [
        (row, column) for row, line in enumerate(weights) for column, one in enumerate(line) if one
    ]
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return tuple(pairs) if len(pairs) == len(rows) == len(columns) else None


def _hungarian(weights: Sequence[Sequence[int]]) -> Pairs:
    """The method with potentials, for at most as many rows as columns."""
    rows, columns = len(weights), len(weights[0])
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        path = _augmenting(weights, row, row_price, column_price, holder)
        column, before = path
        while column:
            holder[column] = holder[before[column]]
            column = before[column]
    found = ((holder[column] - 1, column - 1) for column in range(1, columns + 1) if holder[column])
    return tuple(sorted((row, column) for row, column in found if weights[row][column]))


def _augmenting(
    weights: Sequence[Sequence[int]],
    row: int,
    row_price: list[int],
    column_price: list[int],
    holder: list[int],
) -> tuple[int, list[int]]:
    columns = len(weights[0])
    endless = 1 << 60
    holder[0] = row
    column, before = 0, [0] * (columns + 1)
    least, used = [endless] * (columns + 1), [False] * (columns + 1)
    while holder[column]:
        used[column] = True
        at, delta, following = holder[column], endless, 0
        for other in range(1, columns + 1):
            if used[other]:
                continue
            cost = -weights[at - 1][other - 1] - row_price[at] - column_price[other]
            if cost < least[other]:
                least[other], before[other] = cost, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(columns + 1):
            if used[other]:
                row_price[holder[other]] += delta
                column_price[other] -= delta
            else:
                least[other] -= delta
        column = following
    return column, before
