"""A third book: days and places where somebody is missing or unannounced."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from safeconduct.reconciliation import Headcounts, hold_headcounts, reconcile
from tests.reconciliation.books import Row, agreement, in_session, row, write

STAYS = [row("B1 P1 jail 2025-03-05 2025-03-10"), row("B2 P2 jail 2025-03-08 -")]


def held_against(
    counts: Sequence[str], rows: Sequence[Row] = STAYS, away: Sequence[str] = ()
) -> Headcounts:
    """Counts as ``place day held``, against the same register on both sides."""
    with in_session(rows, rows, away, away) as (connection, ours, theirs):
        result = reconcile(connection, agreement(), ours, theirs)
        cells = [[*count.split(), "inspector"] for count in counts]
        write(connection, "heads", ["place", "day", "held", "counted_by"], cells)
        return hold_headcounts(connection, "heads", "heads.csv", result.side_by_side)


@pytest.mark.parametrize(
    ("count", "fits"),
    [
        ("jail 2025-03-04 0", True),
        ("jail 2025-03-04 1", False),  # nobody had arrived
        ("jail 2025-03-05 0", True),  # counted before the arrival
        ("jail 2025-03-05 1", True),  # counted after it
        ("jail 2025-03-06 0", False),
        ("jail 2025-03-06 1", True),
        ("jail 2025-03-08 1", True),
        ("jail 2025-03-08 2", True),
        ("jail 2025-03-09 1", False),
        ("jail 2025-03-10 1", True),  # counted after the departure
        ("jail 2025-03-10 2", True),  # counted before it
        ("jail 2025-03-11 2", False),
        ("jail 2026-03-11 1", True),  # still held
        ("annex 2025-03-09 1", False),  # the register has no such place
    ],
)
def test_a_day_s_count_fits_a_register_or_does_not(count: str, fits: bool) -> None:
    assert (held_against([count]).deviations == ()) is fits


def test_a_deviation_says_how_many_are_missing_in_which_register() -> None:
    ours, theirs = held_against(["jail 2025-03-09 0"]).deviations
    assert (ours.side.value, theirs.side.value) == ("ours", "theirs")
    assert (ours.deviation.value, ours.persons, ours.counted_by) == ("missing", 2, "inspector")


def test_nights_away_are_taken_off_both_bounds() -> None:
    away = ["B1 2025-03-06 2025-03-08"]
    counts = [f"jail {day} {held}" for day in ("2025-03-06", "2025-03-07") for held in (0, 1)]
    found = held_against(counts, [STAYS[0]], away).deviations
    # On the day of leaving the person may or may not be there; on the next one not.
    assert [(str(one.day), one.counted, one.side.value) for one in found] == [
        ("2025-03-07", 1, "ours"),
        ("2025-03-07", 1, "theirs"),
    ]


def test_counts_that_cannot_be_read_are_listed() -> None:
    found = held_against(["jail 2025-03-32 1", "jail 2025-03-09 some", "jail 2025-03-09 2"])
    assert [str(one.location) for one in found.refused] == ["heads.csv:2:day", "heads.csv:3:held"]
    assert (found.counts, found.deviations) == (1, ())
