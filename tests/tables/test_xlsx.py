"""XLSX in: values as typed, never as last computed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.tables.loaded import HEADINGS, refusals, table, why_wrong

Rows = Sequence[Sequence[object]]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows below the usual headings, and what else a test does to the sheet."""

    def write(rows: Rows, change: Callable[[Worksheet], object] = lambda _: None) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.append([*HEADINGS.split(","), "note"])
        for row in rows:
            sheet.append(list(row))
        change(sheet)
        file = tmp_path / "bookings.xlsx"
        book.save(file)
        return file

    return write


Writer = Callable[..., Path]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 1, 2), "2025-01-02"),
        (datetime(2025, 1, 2, 9, 30), "2025-01-02T09:30:00"),  # noqa: DTZ001 - sheets know no zone
        (datetime(2025, 1, 2), "2025-01-02T00:00:00"),  # noqa: DTZ001
        (datetime(2025, 1, 2, 9, 30, 15, 250_000), "2025-01-02T09:30:15.250000"),  # noqa: DTZ001
        (time(9, 30), "09:30:00"),
        ("2025-01-02", "2025-01-02"),
        (45659, "45659"),
        (45659.0, "45659"),
        (45659.5, "45659.5"),
        (True, "True"),
        (None, ""),
    ],
)
def test_a_cell_reads_as_a_csv_file_would_write_it(
    value: object, text: str, workbook: Writer
) -> None:
    _, rows = table(workbook([["A", "P", "2025-01-01", value]]))
    assert rows[0]["departed_at"] == text


def test_a_date_cell_that_holds_midnight_is_a_day(workbook: Writer) -> None:
    """A sheet stores a day and its midnight alike; how the cell is shown tells them apart."""

    def show_as_day(sheet: Worksheet) -> None:
        sheet["C2"].number_format = "dd.mm.yyyy"

    file = workbook([["A", "P", datetime(2025, 1, 2), None]], show_as_day)  # noqa: DTZ001
    assert table(file)[1][0]["arrived_at"] == "2025-01-02"


def test_a_time_that_a_date_cell_hides_is_not_lost(workbook: Writer) -> None:
    def show_as_day(sheet: Worksheet) -> None:
        sheet["C2"].number_format = "dd.mm.yyyy"

    file = workbook([["A", "P", datetime(2025, 1, 2, 18), None]], show_as_day)  # noqa: DTZ001
    assert table(file)[1][0]["arrived_at"] == "2025-01-02T18:00:00"


def test_lines_are_the_rows_of_the_sheet(workbook: Writer) -> None:
    rows: Rows = [["A", "P", "2025-01-01"], [], ["B", "P", "2025-01-01"]]
    assert [row["line"] for row in table(workbook(rows))[1]] == [2, 4]


def test_a_formula_is_refused_where_it_is_read(workbook: Writer) -> None:
    rows: Rows = [["A", "P", "2025-01-01", "=C2+1"], ["B", "P", "2025-01-01", None, "=1+1"]]
    loaded, taken = table(workbook(rows))
    assert refusals(loaded) == [(2, "departed_at", "cell-formula")]
    assert [row["note"] for row in taken] == ["=1+1"]


def test_an_error_value_is_refused(workbook: Writer) -> None:
    loaded, _ = table(workbook([["A", "P", "#REF!", None]]))
    assert refusals(loaded) == [(2, "arrived_at", "cell-error")]


def test_rows_that_share_a_merged_cell_are_refused(workbook: Writer) -> None:
    rows: Rows = [[name, "P", "2025-01-01"] for name in "ABCD"]
    loaded, taken = table(workbook(rows, lambda sheet: sheet.merge_cells("B3:B4")))
    assert refusals(loaded) == [(3, "place", "cell-merged"), (4, "place", "cell-merged")]
    assert [row["line"] for row in taken] == [2, 5]


def test_merged_cells_in_a_column_that_nobody_reads_do_no_harm(workbook: Writer) -> None:
    rows: Rows = [[name, "P", "2025-01-01", None, "n"] for name in "AB"]
    loaded, taken = table(workbook(rows, lambda sheet: sheet.merge_cells("E2:E3")))
    assert (loaded.refused, len(taken)) == ((), 2)


def test_a_title_above_the_headings_is_taken_for_them(workbook: Writer) -> None:
    def put_title(sheet: Worksheet) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Register of bookings, January"

    assert why_wrong(workbook([], put_title)).code == "tables.column-missing"


def test_a_value_beyond_the_headings_is_refused(workbook: Writer) -> None:
    loaded, _ = table(workbook([["A", "P", "2025-01-01", None, "n", "stray"]]))
    assert refusals(loaded) == [(2, "F", "row-ragged")]


def test_a_stray_cell_far_away_costs_nothing(workbook: Writer) -> None:
    def stray(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = " "

    loaded, taken = table(workbook([["A", "P", "2025-01-01"]], stray))
    assert len(taken) == 1
    assert refusals(loaded) == [(1_048_576, "XFD", "row-ragged")]


def test_only_the_first_sheet_is_read(workbook: Writer) -> None:
    def add_sheet(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("other").append(["x"])

    assert len(table(workbook([["A", "P", "2025-01-01"]], add_sheet))[1]) == 1


def test_a_sheet_without_a_value_is_empty(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    assert why_wrong(tmp_path / "empty.xlsx").code == "tables.file-empty"


def test_what_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("booking,place\n", "utf-8")
    assert why_wrong(tmp_path / "text.xlsx").code == "tables.not-a-workbook"


def test_a_workbook_under_a_password_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "locked.xlsx"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    assert why_wrong(file).code == "tables.workbook-protected"


def test_a_workbook_that_unpacks_to_more_than_a_register_is_refused(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1025):
            part.write(bytes(2**20))
    assert why_wrong(tmp_path / "bomb.xlsx").code == "tables.workbook-too-large"
