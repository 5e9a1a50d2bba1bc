"""Days and occupancy of 10,000,000 bookings: ours beside pandas, Polars and a plain loop.

Every contender counts the day of arrival and not the day of departure, takes absence nights off,
and cuts open bookings at the end of the three years. Answers must agree exactly.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from bench.bookings import write_bookings
from bench.contest import Contender, Contest, hold

BOOKINGS = int(os.environ.get("BENCH_BOOKINGS", "10000000"))
UNTIL = date(2026, 1, 1)
LOOP_SHARE = 100


def main() -> None:
    """Hold both contests over the same generated files."""
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "safeconduct-bench"
    folder.mkdir(exist_ok=True)
    files = tuple(str(path) for path in write_bookings(folder, BOOKINGS))
    hold(_monthly(files))
    hold(_daily(files))


def _monthly(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"Monthly days per place, {BOOKINGS:,} bookings, closed-form cross-check included",
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
        goal="safeconduct at most 5 x the floor, 8 x faster than pandas, at most 400 MiB",
    )


def _daily(files: tuple[str, ...]) -> Contest:
    return Contest(
        question=f"Daily occupancy per place, {BOOKINGS:,} bookings",
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
    from safeconduct.engine import session

    columns = {bookings: ("arrived_day", "departed_day"), absences: ("left_day", "returned_day")}
    sums = []
    with session() as connection:
        for path, names in columns.items():
            epoch = "DATE '1970-01-01'"
            listed = ", ".join(f"sum({name} - {epoch})" for name in names)
            row = connection.execute(f"SELECT {listed} FROM read_parquet(?)", [path]).fetchone()
            sums += [int(value) for value in row or ()]
    return sums
