"""Taking bookings in: what is refused, and why; what a person should know of the rest."""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

from typing import Any

import pytest

from safeconduct.basics import Severity
from safeconduct.custody import Register, Zones, take_in
from safeconduct.engine import session
from tests.custody.book import Book, booking, taken_in, write
from tests.custody.table import as_written

ROWS = as_written("refused")


def refusals(register: Register) -> list[tuple[int, str, str]]:
    """Line, column and reason of each refused row."""
    return [
        (row.line, row.column, row.message.code.removeprefix("custody."))
        for row in register.refused
    ]


@pytest.mark.parametrize("case", ROWS, ids=[" | ".join(case["row"]) for case in ROWS])
def test_a_row_is_refused_for_its_reason_or_taken_in(case: dict[str, Any]) -> None:
    book = Book([(*case["row"], "")])
    with taken_in(book, places=["P1"]) as (_, register, _):
        expected = [] if "taken_in" in case else [(2, case["column"], case["reason"])]
        assert refusals(register) == expected
        assert register.accepted == 1 - len(expected)


def test_of_two_rows_with_one_id_the_first_stays() -> None:
    book = Book([booking("2025-01-01", id_="A"), booking("2025-02-01", id_="A")])
    with taken_in(book) as (_, register, _):
        assert refusals(register) == [(3, "booking", "booking-duplicate")]
        assert register.refused[0].message.parameters == {"text": "A", "other": "2"}


def test_of_three_rows_with_one_id_two_are_refused() -> None:
    with taken_in(Book([booking("2025-01-01")] * 3)) as (_, register, _):
        assert [row.line for row in register.refused] == [3, 4]


def test_a_row_that_cannot_be_read_takes_no_id_from_another() -> None:
    book = Book([booking("2025-02-30", id_="A"), booking("2025-02-01", id_="A")])
    with taken_in(book) as (_, register, _):
        assert refusals(register) == [(2, "arrived_at", "moment-impossible")]
        assert register.accepted == 1


def test_a_row_is_listed_once_whatever_is_wrong_with_it() -> None:
    with taken_in(Book([("", "", "never", "2025-02-30", "")])) as (_, register, _):
        assert refusals(register) == [(2, "booking", "booking-missing")]


def test_days_that_are_written_as_text_are_refused_under_their_own_heading() -> None:
    with session() as connection:
        rows = [("B1", "P1", "2025-01-02", "2025-01-01"), ("B2", "P1", "soon", "")]
        columns = "booking place arrived_day departed_day"
        register = take_in(connection, write(connection, "file", columns, rows), Zones())
        assert refusals(register) == [
            (2, "departed_day", "departure-before-arrival"),
            (3, "arrived_day", "moment-unreadable"),
        ]


def test_an_unknown_zone_is_refused() -> None:
    book = Book([booking("2025-01-01")], zones=Zones(default="Mars/Olympus"))
    with taken_in(book) as (_, register, _):
        assert refusals(register) == [(2, "zone", "zone-unknown")]


def test_an_offset_where_no_zone_is_known_is_read_in_utc_and_told() -> None:
    book = Book([booking("2025-01-01T23:00-05:00"), booking("2025-01-01", id_="B2")], zones=Zones())
    with taken_in(book) as (connection, register, _):
        days = connection.sql(f"SELECT arrived_day::VARCHAR FROM {register.relation} ORDER BY line")
        assert days.fetchall() == [("2025-01-02",), ("2025-01-01",)]
        (finding,) = register.findings
        assert finding.code == "custody.zone-assumed"
        assert finding.severity is Severity.ATTENTION
        assert finding.message.parameters == {"place": "P1", "rows": 1, "zone": "UTC"}


def test_the_zone_of_a_place_comes_before_the_default() -> None:
    zones = Zones({"P1": "Asia/Tokyo"}, "America/New_York")
    book = Book(
        [booking("2025-01-01T20:00Z"), booking("2025-01-01T20:00Z", id_="B2", place="P2")],
        zones=zones,
    )
    with taken_in(book) as (connection, register, _):
        found = connection.sql(
            f"SELECT zone, arrived_day::VARCHAR FROM {register.relation} ORDER BY line"
        )
        assert found.fetchall() == [
            ("Asia/Tokyo", "2025-01-02"),
            ("America/New_York", "2025-01-01"),
        ]


def test_clock_times_that_run_back_within_a_day_are_noted() -> None:
    """The day is certain, so that day rules count it; nobody need act."""
    with taken_in(Book([booking("2025-01-01T18:00", "2025-01-01T12:00")])) as (_, register, _):
        (finding,) = register.findings
        assert finding.code == "custody.clock-runs-back"
        assert finding.severity is Severity.NOTE
        assert finding.location.line == 2


def test_periods_of_24_hours_refuse_clock_times_that_run_back() -> None:
    book = Book([booking("2025-01-01T18:00", "2025-01-01T12:00")])
    with taken_in(book, needs_instants=True) as (_, register, _):
        assert refusals(register) == [(2, "departed_at", "departure-before-arrival")]


def test_a_clock_time_that_came_twice_is_no_instant_and_may_be_in_order() -> None:
    """At 01:50 it was still summer time; at 01:10 it may be winter time, twenty minutes later."""
    book = Book(
        [booking("2025-11-02T01:50", "2025-11-02T01:10")], zones=Zones(default="America/New_York")
    )
    with taken_in(book) as (connection, register, _):
        instants = connection.sql(f"SELECT arrived_us, departed_us FROM {register.relation}")
        assert instants.fetchall() == [(None, None)]
        assert register.findings == ()


def test_an_empty_register_is_a_register() -> None:
    with taken_in(Book([])) as (_, register, _):
        assert (register.accepted, register.refused, register.findings) == (0, (), ())


ABSENCES = [
    (("B9", "2025-01-03", ""), ("booking", "absence-without-booking")),
    (("", "2025-01-03", ""), ("booking", "booking-missing")),
    (("B1", "", "2025-01-03"), ("left_at", "leaving-missing")),
    (("B1", "never", "2025-01-03"), ("left_at", "moment-unreadable")),
    (("B1", "2025-01-03", "2025-01-32"), ("returned_at", "moment-impossible")),
    (("B1", "2025-01-03", "2025-01-02"), ("returned_at", "return-before-leaving")),
]


@pytest.mark.parametrize(("row", "expected"), ABSENCES)
def test_an_absence_is_refused_for_its_reason(
    row: tuple[str, str, str], expected: tuple[str, str]
) -> None:
    book = Book([booking("2025-01-01", "2025-01-11")], [row])
    with taken_in(book) as (_, _, absences):
        assert absences is not None
        assert refusals(absences) == [(2, *expected)]


@pytest.mark.parametrize(
    ("left", "returned"),
    [("2024-12-30", "2025-01-02"), ("2025-01-10", "2025-01-12"), ("2025-02-01", "")],
)
def test_an_absence_outside_its_booking_is_told(left: str, returned: str) -> None:
    book = Book([booking("2025-01-01", "2025-01-11")], [("B1", left, returned)])
    with taken_in(book) as (_, _, absences):
        assert absences is not None
        assert [finding.code for finding in absences.findings] == [
            "custody.absence-outside-booking"
        ]


def test_absences_that_share_a_night_are_told() -> None:
    away = [("B1", "2025-01-02", "2025-01-05"), ("B1", "2025-01-04", ""), ("B1", "2025-01-05", "")]
    with taken_in(Book([booking("2025-01-01", "2025-01-11")], away)) as (_, _, absences):
        assert absences is not None
        assert [(f.code, f.location.line) for f in absences.findings] == [
            ("custody.absence-overlaps", 3),
            ("custody.absence-overlaps", 4),
        ]


def test_absences_that_follow_one_another_share_no_night() -> None:
    away = [("B1", "2025-01-02", "2025-01-05"), ("B1", "2025-01-05", "2025-01-07")]
    with taken_in(Book([booking("2025-01-01", "2025-01-11")], away)) as (_, _, absences):
        assert absences is not None
        assert absences.findings == ()
