"""Days and occupancy of 10,000,000 bookings: ours beside pandas, Polars and a plain loop.

Every contender counts the day of arrival and not the day of departure, takes absence nights off,
and cuts open bookings at the end of the three years. Answers must agree exactly.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

from bench.bookings import write_bookings
from bench.contest import Contender, Contest, hold
from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import Period
from safeconduct.cli.books import open_book
from safeconduct.custody import Counting, DayCounts, Zones, count_days
from safeconduct.engine import session

BOOKINGS = int(os.environ.get("BENCH_BOOKINGS", "10000000"))
FIRST = date(2023, 1, 1)
UNTIL = date(2026, 1, 1)
LOOP_SHARE = 100
COUNTING = Counting(DayCountRule.ARRIVAL_NOT_DEPARTURE, window=Period(FIRST, UNTIL))


def main() -> None:
    """Hold both contests over the same generated files."""
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "safeconduct-bench"
    folder.mkdir(exist_ok=True)
    files = tuple(str(path) for path in write_bookings(folder, BOOKINGS))
    for contest in (_counting(files), _monthly(files), _daily(files)):
        hold(contest)


def _counting(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"Monthly days per place of a register already checked, {BOOKINGS:,} bookings",
        arguments=files,
        floor=Contender("floor: sum of every day column", "bench.counting:floor", answers=False),
        ours=Contender("safeconduct", "bench.counting:ours_counting"),
        peers=(),
        goal="at most 5 x the floor, the closed-form cross-check included",
    )


def _monthly(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"Monthly days per place, from files to result, {BOOKINGS:,} bookings",
        arguments=files,
        floor=Contender("floor: sum of every day column", "bench.counting:floor", answers=False),
        ours=Contender("safeconduct", "bench.counting:ours_monthly"),
        peers=(
            Contender("pandas sweep", "bench.counting_peers:pandas_monthly", rounds=5),
            Contender("polars sweep", "bench.counting_peers:polars_monthly"),
            Contender(
                f"python loop (1/{LOOP_SHARE}, scaled)",
                "bench.counting_peers:loop_monthly",
                scale=LOOP_SHARE,
                rounds=5,
            ),
        ),
        goal="8 x faster than pandas, at most 400 MiB; each row is checked, each id is unique",
    )


def _daily(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"Daily occupancy per place, from files to result, {BOOKINGS:,} bookings",
        arguments=files,
        floor=Contender("floor: sum of every day column", "bench.counting:floor", answers=False),
        ours=Contender("safeconduct", "bench.counting:ours_daily"),
        peers=(
            Contender("pandas sweep", "bench.counting_peers:pandas_daily", rounds=5),
            Contender("polars sweep", "bench.counting_peers:polars_daily"),
        ),
        goal="safeconduct at most 10 x the floor, at most 400 MiB",
    )


def floor(bookings: str, absences: str) -> list[int]:
    """Sum every day column, so that every value is really read."""
    columns = {bookings: ("arrived_day", "departed_day"), absences: ("left_day", "returned_day")}
    sums = []
    with session() as connection:
        for path, names in columns.items():
            epoch = "DATE '1970-01-01'"
            listed = ", ".join(f"sum({name} - {epoch})" for name in names)
            row = connection.execute(f"SELECT {listed} FROM read_parquet(?)", [path]).fetchone()
            sums += [int(value) for value in row or ()]
    return sums


def ours_counting(bookings: str, absences: str) -> Iterator[list[int]]:
    """The register is taken in first; timed are sweep, cross-check and the days of each month."""
    with session() as connection:
        book = open_book(connection, Path(bookings), Path(absences), Zones())
        yield []
        counts = count_days(connection, book.bookings, book.absences, COUNTING)
        days = [row.days for row in counts.by_place_and_month()]
        yield [len(days), sum(days), max(days)]


def ours_monthly(bookings: str, absences: str) -> list[int]:
    """Days of each place and month, files to result, cross-check included."""
    with session() as connection:
        counts = _counted(connection, bookings, absences)
        days = [row.days for row in counts.by_place_and_month()]
    return [len(days), sum(days), max(days)]


def ours_daily(bookings: str, absences: str) -> list[int]:
    """People held in each place on each day, files to result, cross-check included."""
    with session() as connection:
        counts = _counted(connection, bookings, absences)
        days = [row.days for row in counts.by_place_and_day()]
    return [len(days), sum(days), max(days)]


def _counted(connection: duckdb.DuckDBPyConnection, bookings: str, absences: str) -> DayCounts:
    book = open_book(connection, Path(bookings), Path(absences), Zones())
    return count_days(connection, book.bookings, book.absences, COUNTING)
