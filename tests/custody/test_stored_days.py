"""Days that a file stores are used as they are, and checked like days that were written."""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from safeconduct.custody import (
    RULES,
    Counting,
    Register,
    Zones,
    count_days,
    take_in,
    take_in_absences,
)
from safeconduct.engine import session
from tests.custody.book import Book, taken_in, write
from tests.custody.strategies import books, countings


@contextmanager
def stored(
    rows: Sequence[tuple[str | None, str | None, str | None, str | None]],
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Register]]:
    """Rows of ``booking, place, arrived_day, departed_day`` with stored days."""
    with session() as connection:
        connection.execute(
            "CREATE TABLE file (line BIGINT, booking VARCHAR, place VARCHAR, arrived_day DATE,"
            " departed_day DATE)"
        )
        for line, row in enumerate(rows, start=1):
            connection.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?)", [line, *row])
        yield connection, take_in(connection, "file", Zones(), places=["P1", "P2"])


def test_stored_days_are_read_in_place() -> None:
    with stored([("B1", "P1", "2025-01-01", "2025-01-11")]) as (connection, register):
        kind = connection.execute(
            "SELECT table_type FROM information_schema.tables WHERE table_name = ?",
            [register.relation],
        ).fetchone()
        assert kind == ("VIEW",)


ROWS = [
    ((None, "P1", "2025-01-01", None), ("booking", "booking-missing")),
    (("", "P1", "2025-01-01", None), ("booking", "booking-missing")),
    (("B9", None, "2025-01-01", None), ("place", "place-missing")),
    (("B9", "P3", "2025-01-01", None), ("place", "place-unknown")),
    (("B9", "P1", None, "2025-01-01"), ("arrived_day", "arrival-missing")),
    (("B9", "P1", "1899-12-31", None), ("arrived_day", "moment-remote")),
    (("B9", "P1", "2025-01-01", "9999-12-31"), ("departed_day", "moment-remote")),
    (("B9", "P1", "2025-01-02", "2025-01-01"), ("departed_day", "departure-before-arrival")),
    (("B1", "P1", "2025-01-01", None), ("booking", "booking-duplicate")),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_a_row_is_refused_for_its_reason(
    row: tuple[str | None, str | None, str | None, str | None], expected: tuple[str, str]
) -> None:
    sound = ("B1", "P1", "2025-01-01", "2025-01-11")
    with stored([sound, row]) as (_, register):
        (refused,) = register.refused
        assert (refused.line, refused.column) == (2, expected[0])
        assert refused.message.code == f"custody.{expected[1]}"
        assert register.accepted == 1


@pytest.mark.parametrize("ids", ["B1 B2 B3 B2", "B3 B2 B1 B2", "B2 B2 B1 B3", "B9 B10 B11 B9"])
def test_a_duplicate_is_found_in_any_order(ids: str) -> None:
    rows = [(id_, "P1", "2025-01-01", "2025-01-02") for id_ in ids.split()]
    with stored(rows) as (_, register):
        (refused,) = register.refused
        again = ids.split()[refused.line - 1]
        assert again in ids.split()[: refused.line - 1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books(), countings)
def test_stored_days_count_as_the_days_that_were_written(book: Book, counting: Counting) -> None:
    """The register that was read from text is stored as days, and counted again."""
    if RULES[counting.rule].needs_instants:
        return
    with taken_in(book) as (connection, register, absences):
        by_text = count_days(connection, register, absences, counting)
        connection.execute(
            "CREATE TABLE stored AS SELECT line, booking, place, arrived_day, departed_day"
            f" FROM {register.relation}"
        )
        again = take_in(connection, "stored", Zones())
        assert again.refused == ()
        away = None
        if absences is not None:
            connection.execute(
                "CREATE TABLE away AS SELECT line, booking, left_day, returned_day"
                f" FROM {absences.relation}"
            )
            away = take_in_absences(connection, "away", again)
        by_days = count_days(connection, again, away, counting)
        assert by_days.by_place_and_day() == by_text.by_place_and_day()


def test_periods_of_24_hours_refuse_stored_days() -> None:
    with session() as connection:
        connection.execute(
            "CREATE TABLE file AS SELECT 1::BIGINT AS line, 'B1' AS booking, 'P1' AS place,"
            " DATE '2025-01-01' AS arrived_day, DATE '2025-01-11' AS departed_day"
        )
        register = take_in(connection, "file", Zones(), needs_instants=True)
        assert [row.message.code for row in register.refused] == ["custody.instant-missing"]


@pytest.mark.parametrize(
    ("kind", "arrived", "departed", "days"),
    [
        ("DATE", "2025-01-01", "2025-01-03", 2),
        ("TIMESTAMP", "2025-01-01 10:00", "2025-01-03 10:00", 2),
        ("TIMESTAMP_S", "2025-01-01 10:00", "2025-01-03 10:00", 2),
        ("TIMESTAMP_NS", "2025-01-01 10:00", "2025-01-03 10:00", 2),
        ("TIMESTAMPTZ", "2025-01-01 20:00+00", "2025-01-03 10:00+00", 1),
    ],
)
def test_typed_moments_are_read_like_written_ones(
    kind: str, arrived: str, departed: str, days: int
) -> None:
    with session() as connection:
        connection.execute(f"""
            CREATE TABLE file AS SELECT 2::BIGINT AS line, 'B1' AS booking, 'P1' AS place,
                '{arrived}'::{kind} AS arrived_at, '{departed}'::{kind} AS departed_at""")
        register = take_in(connection, "file", Zones(default="Asia/Tokyo"))
        assert register.refused == ()
        counts = count_days(
            connection, register, None, Counting(next(iter(RULES)), until=date(2026, 1, 1))
        )
        assert counts.days == days


AWAY = [
    (("", "2025-01-03", None), ("booking", "booking-missing")),
    (("B9", "2025-01-03", None), ("booking", "absence-without-booking")),
    (("B1", None, "2025-01-03"), ("left_day", "leaving-missing")),
    (("B1", "1899-01-03", None), ("left_day", "moment-remote")),
    (("B1", "2025-01-03", "9999-12-31"), ("returned_day", "moment-remote")),
    (("B1", "2025-01-03", "2025-01-02"), ("returned_day", "return-before-leaving")),
]


@pytest.mark.parametrize(("row", "expected"), AWAY)
def test_a_stored_absence_is_refused_for_its_reason(
    row: tuple[str, str | None, str | None], expected: tuple[str, str]
) -> None:
    with stored([("B1", "P1", "2025-01-01", "2025-01-11")]) as (connection, register):
        connection.execute(
            "CREATE TABLE away (line BIGINT, booking VARCHAR, left_day DATE, returned_day DATE)"
        )
        connection.execute("INSERT INTO away VALUES (1, 'B1', '2025-01-03', '2025-01-05')")
        connection.execute("INSERT INTO away VALUES (2, ?, ?, ?)", list(row))
        absences = take_in_absences(connection, "away", register)
        (refused,) = absences.refused
        assert (refused.line, refused.column) == (2, expected[0])
        assert refused.message.code == f"custody.{expected[1]}"
        counts = count_days(connection, register, absences, Counting(next(iter(RULES))))
        assert (absences.accepted, counts.days) == (1, 8)


def test_an_unknown_zone_is_refused_though_days_are_stored() -> None:
    """Absences that are instants will ask for the zone."""
    with session() as connection:
        connection.execute(
            "CREATE TABLE file AS SELECT 1::BIGINT AS line, 'B1' AS booking, 'P1' AS place,"
            " DATE '2025-01-01' AS arrived_day, DATE '2025-01-11' AS departed_day, 'Mars' AS zone"
        )
        register = take_in(connection, "file", Zones())
        assert [row.message.code for row in register.refused] == ["custody.zone-unknown"]


def test_absences_that_are_instants_are_read_in_the_zone_of_their_booking() -> None:
    with session() as connection:
        connection.execute(
            "CREATE TABLE file AS SELECT 1::BIGINT AS line, 'B1' AS booking, 'P1' AS place,"
            " DATE '2025-01-01' AS arrived_day, DATE '2025-01-11' AS departed_day"
        )
        register = take_in(connection, "file", Zones(default="America/New_York"))
        away = [("B1", "2025-01-03T04:00Z", "2025-01-05T12:00Z")]
        source = write(connection, "away", "booking left_at returned_at", away)
        absences = take_in_absences(connection, source, register)
        counts = count_days(connection, register, absences, Counting(next(iter(RULES))))
        assert counts.days == 7
