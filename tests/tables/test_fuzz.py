"""Whatever a file holds, it is loaded, refused row by row, or refused whole; no more happens."""

# ruff: noqa: S608 - names of the test's own

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.agreement.day_count import DayCountRule
from safeconduct.basics import CrossCheckFailed, WrongInput
from safeconduct.custody import Counting, Zones, count_days, take_in
from safeconduct.engine import session
from safeconduct.tables import BOOKINGS, load, reading
from tests.tables.loaded import HEADINGS


def survives(file: Path) -> int | None:
    """Load and count a file; the rows seen, or None where it was refused whole."""
    with session() as connection:
        try:
            table = load(connection, file, BOOKINGS)
            with reading(table.file):
                register = take_in(connection, table.relation, Zones(default="Europe/Oslo"))
                asked = Counting(DayCountRule.BOTH_ENDS, until=date(2025, 6, 1))
                counts = count_days(connection, register, None, asked)
        except (WrongInput, CrossCheckFailed):
            # A Parquet file whose stored statistics contradict its values reads differently from
            # one question to the next; that two methods must agree keeps it from giving a figure.
            return None
        assert counts.days >= 0
        return register.accepted + len(register.refused) + len(table.refused)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.fixture(scope="module")
def seeds(folder: Path) -> dict[str, bytes]:
    """A sound file of each format, to be damaged."""
    text = f"{HEADINGS}\nA,P,2025-01-01T10:00+01:00,2025-02-01\nB,P,2025-01-01,\n"
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in text.splitlines():
        book.active.append(line.split(","))
    book.save(folder / "seed.xlsx")
    duckdb.sql(f"""
        COPY (SELECT 'B' || i AS booking, 'P' AS place, '2025-01-01' AS arrived_at,
            NULL::VARCHAR AS departed_at FROM range(50) t(i))
        TO '{folder / "seed.parquet"}' (FORMAT parquet)""")
    return {
        "csv": text.encode(),
        "xlsx": (folder / "seed.xlsx").read_bytes(),
        "parquet": (folder / "seed.parquet").read_bytes(),
    }


bounded = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
cells = st.one_of(
    st.sampled_from(
        ("A", "P", "", "2025-01-01", "2025-02-30", "2025-01-01T24:00Z", '"', ",", "\n")
    ),
    st.text(max_size=12),
)


@pytest.mark.slow
@bounded
@given(st.lists(st.lists(cells, min_size=0, max_size=6), max_size=6))
def test_any_rows_of_text(folder: Path, rows: list[list[str]]) -> None:
    file = folder / "rows.csv"
    body = "\n".join(",".join(row) for row in rows)
    file.write_text(f"{HEADINGS}\n{body}", "utf-8", "surrogatepass")
    survives(file)


@pytest.mark.slow
@bounded
@given(st.binary(max_size=200))
def test_any_bytes_after_the_headings(folder: Path, tail: bytes) -> None:
    file = folder / "bytes.csv"
    file.write_bytes(f"{HEADINGS}\n".encode() + tail)
    survives(file)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
@bounded
@given(
    damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=9)
)
def test_any_damaged_bytes(
    ending: str, folder: Path, seeds: dict[str, bytes], damage: list[tuple[float, int]]
) -> None:
    content = bytearray(seeds[ending])
    for position, value in damage:
        content[int(position * len(content))] = value
    file = folder / f"damaged.{ending}"
    file.write_bytes(content)
    survives(file)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
@bounded
@given(share=st.floats(0, 1))
def test_any_file_cut_short(
    ending: str, folder: Path, seeds: dict[str, bytes], share: float
) -> None:
    file = folder / f"short.{ending}"
    file.write_bytes(seeds[ending][: int(share * len(seeds[ending]))])
    survives(file)


@pytest.mark.parametrize(("ending", "rows"), [("csv", 2), ("xlsx", 2), ("parquet", 50)])
def test_the_sound_files_are_counted(
    ending: str, rows: int, folder: Path, seeds: dict[str, bytes]
) -> None:
    file = folder / f"sound.{ending}"
    file.write_bytes(seeds[ending])
    assert survives(file) == rows
