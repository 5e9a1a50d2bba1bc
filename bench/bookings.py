"""Generated bookings: a register of three years, the same for every contender."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

FIRST_DAY, DAYS = "2023-01-01", 1096
PLACES = 200


def write_bookings(folder: Path, bookings: int) -> tuple[Path, Path]:
    """Write ``bookings.parquet`` and ``absences.parquet`` unless they are there already.

    Of the bookings 3 % are open and about 5 % have one absence. Stays are between 0 and 90 days,
    skewed towards short ones. All values follow from the row number, so that every run has the
    same file.

    Returns:
        The two paths. Bookings: ``booking VARCHAR, place VARCHAR, arrived_day DATE,
        departed_day DATE``. Absences: ``booking VARCHAR, left_day DATE, returned_day DATE``.
    """
    register, absences = (
        folder / f"bookings-{bookings}.parquet",
        folder / f"absences-{bookings}.parquet",
    )
    if not (register.exists() and absences.exists()):
        _write(register, absences, bookings)
    return register, absences


def _write(register: Path, absences: Path, bookings: int) -> None:
    connection = duckdb.connect(config={"memory_limit": "2GB", "enable_progress_bar": "false"})
    rows = f"""
        SELECT n,
               'B' || lpad(n::VARCHAR, 8, '0') AS booking,
               'P' || lpad((hash(n * 7) % {PLACES})::VARCHAR, 3, '0') AS place,
               DATE '{FIRST_DAY}' + (hash(n * 13) % {DAYS})::INTEGER AS arrived_day,
               (power((hash(n * 17) % 1000) / 1000.0, 2) * 90)::INTEGER AS stay,
               hash(n * 19) % 100 < 3 AS open,
               hash(n * 23) % 100 < 7 AND stay >= 6 AND NOT open AS absent
        FROM range({bookings}) AS numbers(n)
    """
    connection.execute(f"""
        COPY (SELECT booking, place, arrived_day,
                     CASE WHEN NOT open THEN arrived_day + stay END AS departed_day
              FROM ({rows}) ORDER BY n)
        TO '{register}' (FORMAT parquet, COMPRESSION zstd)
    """)
    connection.execute(f"""
        COPY (SELECT booking, arrived_day + 1 AS left_day,
                     arrived_day + 1 + stay // 3 AS returned_day
              FROM ({rows}) WHERE absent ORDER BY n)
        TO '{absences}' (FORMAT parquet, COMPRESSION zstd)
    """)


if __name__ == "__main__":
    print(*write_bookings(Path(sys.argv[1]), int(sys.argv[2])))
