"""The rows of a count: what they are summed by, and what a peak is."""

from __future__ import annotations

from datetime import date

import pytest

from safeconduct.basics import Period
from safeconduct.custody import By, Row, days_by
from tests.custody.book import Book, booking, counted

BOOK = Book(
    [
        booking("2025-01-30", "2025-02-02", "A", "North"),
        booking("2025-01-31", "2025-02-03", "B", "South"),
        booking("2025-02-02T09:00", "2025-02-02T17:00", "C", "South"),
        booking("2025-02-01", "", "D", "North"),
    ]
)

EXPECTED = {
    By.MONTH: [
        Row(3, 2, month=date(2025, 1, 1)),
        Row(3, 2, month=date(2025, 2, 1)),
    ],
    By.DAY: [
        Row(1, 1, day=date(2025, 1, 30)),
        Row(2, 2, day=date(2025, 1, 31)),
        Row(2, 2, day=date(2025, 2, 1)),
        Row(1, 1, day=date(2025, 2, 2)),
    ],
    By.PLACE: [Row(3, 1, place="North"), Row(3, 1, place="South")],  # type: ignore[arg-type]
    By.MONTH_AND_PLACE: [
        Row(2, 1, month=date(2025, 1, 1), place="North"),  # type: ignore[arg-type]
        Row(1, 1, month=date(2025, 1, 1), place="South"),  # type: ignore[arg-type]
        Row(1, 1, month=date(2025, 2, 1), place="North"),  # type: ignore[arg-type]
        Row(2, 1, month=date(2025, 2, 1), place="South"),  # type: ignore[arg-type]
    ],
}


@pytest.mark.parametrize("by", EXPECTED)
def test_rows_are_summed_by_what_is_asked(by: By) -> None:
    """The open booking has no cut-off and counts nothing."""
    with counted(BOOK) as counts:
        assert days_by(counts, by) == EXPECTED[by]
        assert (counts.bookings, counts.open, counts.days) == (4, 1, 6)


def test_every_booking_has_a_row_though_it_counts_nothing() -> None:
    with counted(BOOK) as counts:
        assert [(row.booking, row.days, row.peak) for row in days_by(counts, By.BOOKING)] == [
            ("A", 3, 1),
            ("B", 3, 1),
            ("C", 0, 0),
            ("D", 0, 0),
        ]


def test_an_absent_person_is_held_and_not_counted() -> None:
    book = Book([booking("2025-01-01", "2025-01-05")], [("B1", "2025-01-02", "2025-01-04")])
    with counted(book) as counts:
        assert [(day.days, day.held) for day in counts.by_place_and_day()] == [
            (1, 1), (0, 1), (0, 1), (1, 1),
        ]  # fmt: skip


def test_evidence_names_the_first_and_the_last_day_of_each_span() -> None:
    book = Book(
        [booking("2025-01-30", "2025-03-02", person="N1")], [("B1", "2025-02-10", "2025-02-12")]
    )
    spans = [Period.month(2025, month) for month in (1, 2, 3, 4)]
    with counted(book) as counts:
        lines = list(counts.by_booking(spans))
    assert [(line.days, line.absent_nights, line.first_day, line.last_day) for line in lines] == [
        (2, 0, date(2025, 1, 30), date(2025, 1, 31)),
        (26, 2, date(2025, 2, 1), date(2025, 2, 28)),
        (1, 0, date(2025, 3, 1), date(2025, 3, 1)),
    ]
    assert {(line.booking, line.person, line.place) for line in lines} == {("B1", "N1", "P1")}
