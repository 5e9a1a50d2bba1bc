"""Two books of 1,000,000 bookings, 1 % differing, beside the join that any comparison must make.

The floor is a full outer join on the booking's id that reads every column of both files, and says
nothing of what differs. The differing rows are planted by number, so that every run has the same.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import duckdb

from bench.contest import Contender, Contest, hold
from safeconduct.agreement import load as load_agreement
from safeconduct.engine import session
from safeconduct.reconciliation import MEMORY_LIMIT, BookFile, Side, reconcile
from safeconduct.tables import STATED_BOOKINGS, load

BOOKINGS = int(os.environ.get("BENCH_BOOKS", "1000000"))
SIZES = (BOOKINGS // 10, BOOKINGS, BOOKINGS * 4)
FIRST_DAY = "2023-01-01"
AGREEMENT = load_agreement("us-usms-2007-irwin")
COLUMNS = ("booking", "place", "person", "arrived_day", "departed_day", "stated_days")


def main() -> None:
    """Hold the contest at three sizes, to show that time is linear in the number of bookings."""
    folder = Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "safeconduct-bench"
    folder.mkdir(exist_ok=True)
    for bookings in SIZES:
        hold(_contest(tuple(str(path) for path in write_books(folder, bookings)), bookings))


def _contest(files: tuple[str, ...], bookings: int) -> Contest:
    return Contest(
        question=f"Two books of {bookings:,} bookings reconciled, 1 % differing",
        arguments=files,
        floor=Contender(
            "floor: full outer join, every column read", "bench.reconciling:floor", answers=False
        ),
        ours=Contender("safeconduct", "bench.reconciling:ours"),
        peers=(),
        goal="safeconduct at most 8 x the floor and 2 GiB at 1,000,000; linear over the sizes",
    )


def write_books(folder: Path, bookings: int) -> tuple[Path, Path]:
    """Write both books as Parquet unless they are there already.

    Of theirs 0.25 % depart a day later, 0.15 % name another person, 0.25 % claim the day of
    departure, 0.15 % state money that nothing explains, and 0.2 % are missing.
    """
    ours, theirs = (folder / f"books-{side}-{bookings}.parquet" for side in ("ours", "theirs"))
    if ours.exists() and theirs.exists():
        return ours, theirs
    rows = f"""
        SELECT n, 'B' || lpad(n::VARCHAR, 8, '0') AS booking,
            'P' || lpad((hash(n * 7) % 200)::VARCHAR, 3, '0') AS place,
            'R' || lpad((hash(n * 3) % 1000000000)::VARCHAR, 9, '0') AS person,
            DATE '{FIRST_DAY}' + (hash(n * 13) % 1000)::INTEGER AS arrived_day,
            1 + (power((hash(n * 17) % 1000) / 1000.0, 2) * 90)::INTEGER AS stay,
            hash(n * 19) % 10000 AS fate
        FROM range({bookings}) AS numbers(n)"""
    days = "stay + (fate < 25)::INTEGER + (fate BETWEEN 40 AND 64)::INTEGER"
    connection = duckdb.connect(config={"memory_limit": "2GB"})
    connection.execute(f"""
        COPY (SELECT booking, place, person, arrived_day, arrived_day + stay AS departed_day,
                  stay AS stated_days, (stay * 45)::DECIMAL(12, 2) AS stated_amount
              FROM ({rows}) ORDER BY n)
        TO '{ours}' (FORMAT parquet, COMPRESSION zstd)""")
    connection.execute(f"""
        COPY (SELECT booking, place,
                  CASE WHEN fate BETWEEN 25 AND 39 THEN 'Q' || person ELSE person END AS person,
                  arrived_day, arrived_day + stay + (fate < 25)::INTEGER AS departed_day,
                  {days} AS stated_days,
                  (({days}) * 45 + CASE WHEN fate BETWEEN 65 AND 79 THEN 13.37 ELSE 0 END)
                      ::DECIMAL(12, 2) AS stated_amount
              FROM ({rows}) WHERE fate NOT BETWEEN 80 AND 99 ORDER BY n)
        TO '{theirs}' (FORMAT parquet, COMPRESSION zstd)""")
    return ours, theirs


def floor(ours: str, theirs: str) -> int:
    """Join the files and read every column of both sides."""
    read = ", ".join(
        f"sum(hash({side}.{column}) % 1024)"
        for side in ("o", "t")
        for column in (*COLUMNS, "stated_amount")
    )
    with session() as connection:
        connection.execute(
            f"SELECT count(*), {read} FROM read_parquet(?) o"
            " FULL OUTER JOIN read_parquet(?) t ON o.booking = t.booking",
            [ours, theirs],
        ).fetchall()
    return 0


def ours(ours_file: str, theirs_file: str) -> list[str]:
    """Reconcile the files; the answer is how many differences there are and what they come to."""
    with session(MEMORY_LIMIT) as connection:
        books = []
        for side, file in zip(Side, (ours_file, theirs_file), strict=True):
            table = load(connection, Path(file), STATED_BOOKINGS)
            books.append(BookFile(side, table.file, table.relation, refused=table.refused))
        found = reconcile(connection, AGREEMENT, books[0], books[1])
    return [str(len(found.differences)), str(found.days), str(found.amount)]
