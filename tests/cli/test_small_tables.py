"""The small files beside a register come in every format, and say the same thing in each."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from safeconduct.basics import WrongInput
from safeconduct.cli.small_tables import ACTS, PLACES, as_text, rows_of
from safeconduct.compensation import PlacesAvailable, read_acts, read_places
from safeconduct.engine import session


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """One table of places, as CSV, XLSX and Parquet."""
    csv = tmp_path / "places.csv"
    csv.write_text("from,to,places\n2026-01-01,2026-01-31,650\n2026-02-01,,681\n")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["from", "to", "places"],
        [date(2026, 1, 1), date(2026, 1, 31), 650],
        [date(2026, 2, 1), None, 681],
    ):
        sheet.append(row)
    book.save(tmp_path / "places.xlsx")
    columns = {
        "from": pa.array([date(2026, 1, 1), date(2026, 2, 1)]),
        "to": pa.array([date(2026, 1, 31), None]),
        "places": pa.array([650, 681], pa.int32()),
    }
    pq.write_table(pa.table(columns), tmp_path / "places.parquet")
    return {ending: str(tmp_path / f"places.{ending}") for ending in ("csv", "xlsx", "parquet")}


def spans(known: PlacesAvailable) -> list[tuple[date, date, int]]:
    return [(one.span.start, one.span.end, one.places) for one in known.stated]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_places_from_every_format(files: dict[str, str], ending: str) -> None:
    with session() as connection:
        rows, refused = rows_of(connection, files[ending], PLACES)
    known = read_places(rows)
    assert (refused, known.refused) == ((), ())
    assert spans(known) == [
        (date(2026, 1, 1), date(2026, 2, 1), 650),
        (date(2026, 2, 1), date.max, 681),
    ]


def test_a_ragged_row_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    acts = tmp_path / "acts.csv"
    acts.write_text("act,on,quantity\ntransport,2026-01-05\ntransport,2026-01-06,2\n")
    with session() as connection:
        rows, refused = rows_of(connection, str(acts), ACTS)
    assert [finding.location.line for finding in refused] == [2]
    assert [act.on for act in read_acts(rows, frozenset({"transport"})).done] == [date(2026, 1, 6)]


def test_a_missing_column_is_wrong_input(tmp_path: Path) -> None:
    acts = tmp_path / "acts.csv"
    acts.write_text("act,on\ntransport,2026-01-05\n")
    with session() as connection, pytest.raises(WrongInput):
        rows_of(connection, str(acts), ACTS)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2026, 1, 5), "2026-01-05"),
        (datetime(2026, 1, 5), "2026-01-05"),  # noqa: DTZ001 - a table's cell has no zone
        (datetime(2026, 1, 5, 9), "2026-01-05T09:00:00"),  # noqa: DTZ001
        (Decimal("1E+3"), "1000"),
        (650, "650"),
    ],
)
def test_a_typed_value_reads_as_a_csv_file_would_hold_it(value: object, text: str) -> None:
    assert as_text(value) == text
