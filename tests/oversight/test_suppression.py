"""What points at a person is left out, and no subtraction brings it back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.oversight import SMALL, TOTAL, PublishedTable, is_small, publish

Cell = tuple[str, str]


def table(rows: list[list[int]]) -> tuple[dict[Cell, int], list[str], list[str]]:
    names, columns = [f"r{n}" for n in range(len(rows))], [f"c{n}" for n in range(len(rows[0]))]
    counts = {(names[r], columns[c]): n for r, row in enumerate(rows) for c, n in enumerate(row)}
    return counts, names, columns


def totals(counts: Mapping[Cell, int], rows: list[str], columns: list[str]) -> dict[Cell, int]:
    """Totals by hand, in another way than the program's."""
    whole = dict(counts)
    whole |= {(row, TOTAL): sum(n for (r, _), n in counts.items() if r == row) for row in rows}
    whole |= {(TOTAL, col): sum(n for (_, c), n in counts.items() if c == col) for col in columns}
    return {**whole, (TOTAL, TOTAL): sum(counts.values())}


def could_be(published: PublishedTable, counts: Mapping[Cell, int]) -> dict[Cell, set[int]]:
    """Numbers that each hidden cell can have, by trying every table next to the true one.

    A reader knows that zeros are shown, so that whatever is hidden is at least one.
    """
    rows, columns = list(published.rows), list(published.columns)
    inner = sorted(cell for cell in counts if cell in published.left_out)
    known = {cell: n for cell, n in published.cells.items() if TOTAL not in cell}
    found: dict[Cell, set[int]] = {cell: set() for cell in published.left_out}
    for tried in product(*(range(max(1, counts[cell] - 1), counts[cell] + 2) for cell in inner)):
        whole = totals({**known, **dict(zip(inner, tried, strict=True))}, rows, columns)
        if all(whole[cell] == n for cell, n in published.cells.items()):
            for cell in published.left_out:
                found[cell].add(whole[cell])
    return found


@pytest.mark.parametrize(
    ("rows", "left_out"),
    [
        ([[9, 9], [9, 9]], set()),
        ([[0, 9], [9, 9]], set()),
        ([[2, 9], [9, 9]], {("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")}),
        ([[2, 9, 30], [9, 8, 30], [20, 20, 30]],
         {("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")}),
    ],
)  # fmt: skip
def test_a_small_cell_takes_companions_along(rows: list[list[int]], left_out: set[Cell]) -> None:
    assert publish(*table(rows)).left_out == left_out


@pytest.mark.parametrize(
    ("count", "points_at_somebody"), [(0, False), (1, True), (4, True), (5, False), (6, False)]
)
def test_from_five_on_a_number_points_at_nobody(count: int, points_at_somebody: bool) -> None:
    assert is_small(count) is points_at_somebody


def test_four_ones_in_a_square_would_betray_each_other() -> None:
    counts, rows, columns = table([[1, 1, 9], [1, 1, 9], [9, 9, 9]])
    published = publish(counts, rows, columns)
    assert min(len(values) for values in could_be(published, counts).values()) > 1


def test_a_table_of_one_small_number_says_nothing() -> None:
    published = publish(*table([[3]]))
    assert published.cells == {}


@settings(max_examples=120, deadline=None)
@given(
    st.integers(1, 2).flatmap(
        lambda height: st.integers(1, 3).flatmap(
            lambda width: st.lists(
                st.lists(st.integers(0, 7), min_size=width, max_size=width),
                min_size=height,
                max_size=height,
            )
        )
    )
)
def test_nothing_left_out_can_be_had_back_by_subtraction(rows: list[list[int]]) -> None:
    counts, names, columns = table(rows)
    published = publish(counts, names, columns)
    if published.cells:
        for cell, values in could_be(published, counts).items():
            assert len(values) > 1, (cell, published)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=1, max_size=6))
def test_what_is_published_is_true_and_never_small(rows: list[list[int]]) -> None:
    counts, names, columns = table(rows)
    published, true = publish(counts, names, columns), totals(counts, names, columns)
    assert all(true[cell] == n and not is_small(n) for cell, n in published.cells.items())
    assert set(true) == set(published.cells) | published.left_out


def test_where_nothing_is_small_everything_is_published() -> None:
    counts, names, columns = table([[0, SMALL], [SMALL, 12]])
    assert publish(counts, names, columns).cells == totals(counts, names, columns)
