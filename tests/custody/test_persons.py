"""One person's bookings against each other."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import pytest

from safeconduct.basics import Finding
from safeconduct.custody import Register, gaps, overlaps
from tests.custody.book import Book, booking, taken_in

Check = Callable[[duckdb.DuckDBPyConnection, Register], tuple[Finding, ...]]


def found(check: Check, *stays: str) -> list[tuple[int | None, dict[str, object]]]:
    """Lines and parameters of a check's findings; a stay is ``PLACE ARRIVED..DEPARTED``."""
    rows = []
    for number, stay in enumerate(stays):
        place, span = stay.split(" ")
        arrived, departed = span.split("..")
        rows.append(booking(arrived, departed, f"B{number}", place, "N1"))
    rows.append(booking("2025-01-02", "", "other", "P9", "N2"))
    rows.append(booking("2025-01-02", "", "nobody", "P9"))
    with taken_in(Book(rows)) as (connection, register, _):
        return [
            (finding.location.line, dict(finding.message.parameters))
            for finding in check(connection, register)
        ]


def test_two_bookings_at_once_are_found() -> None:
    assert found(overlaps, "P1 2025-01-01..2025-01-11", "P2 2025-01-05..2025-01-20") == [
        (3, {"person": "N1", "booking": "B1", "other": "B0", "line": 2})
    ]


def test_a_booking_within_a_longer_one_is_found_though_another_stands_between() -> None:
    lines = found(
        overlaps,
        "P1 2025-01-01..2025-02-01",
        "P2 2025-01-03..2025-01-04",
        "P3 2025-01-20..2025-01-25",
    )
    assert [(line, told["other"]) for line, told in lines] == [(3, "B0"), (4, "B0")]


def test_a_booking_after_one_that_is_still_open_overlaps_it() -> None:
    assert len(found(overlaps, "P1 2025-01-01..", "P2 2025-06-01..")) == 1


@pytest.mark.parametrize(
    "second",
    ["P2 2025-01-11..2025-01-20", "P2 2025-01-11T12:00..2025-01-20", "P1 2025-01-12..2025-01-20"],
)
def test_a_departure_and_an_arrival_on_one_day_do_not_overlap(second: str) -> None:
    assert found(overlaps, "P1 2025-01-01..2025-01-11T12:00", second) == []


def test_instants_of_one_day_overlap_where_they_do() -> None:
    first, second = "P1 2025-01-01..2025-01-11T12:00", "P2 2025-01-11T11:59..2025-01-20"
    assert len(found(overlaps, first, second)) == 1


def test_nights_between_two_custodians_are_an_alarm() -> None:
    assert found(gaps, "P1 2025-01-01..2025-01-11", "P2 2025-01-13..2025-01-20") == [
        (
            3,
            {
                "person": "N1",
                "left": "P1",
                "left_on": "2025-01-11",
                "reached": "P2",
                "reached_on": "2025-01-13",
                "nights": 2,
            }
            | {"left_on": _day("2025-01-11"), "reached_on": _day("2025-01-13")},
        )
    ]


def _day(text: str) -> object:
    from datetime import date  # noqa: PLC0415

    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "second", ["P2 2025-01-11..2025-01-20", "P2 2025-01-05..2025-01-20", "P1 2025-02-01.."]
)
def test_no_night_is_open_at_a_handover_and_none_at_one_place(second: str) -> None:
    assert found(gaps, "P1 2025-01-01..2025-01-11", second) == []
