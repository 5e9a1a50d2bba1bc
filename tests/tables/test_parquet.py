"""Parquet in: read where it lies, with columns of types that can hold what they are read for."""

from __future__ import annotations

# ruff: noqa: S608 - names and values of the test's own
from pathlib import Path

import duckdb
import pytest

from safeconduct.basics import WrongInput
from safeconduct.engine import session
from safeconduct.tables import BOOKINGS, load, reading
from tests.tables.loaded import table, why_wrong

SOUND = {
    "booking": "'B1'",
    "place": "'P1'",
    "arrived_at": "TIMESTAMP '2025-01-01 10:00'",
    "departed_at": "NULL::TIMESTAMP",
}


def written(folder: Path, name: str = "bookings.parquet", **columns: str) -> Path:
    """One row of sound columns, some of them changed."""
    listed = ", ".join(f'{value} AS "{column}"' for column, value in (SOUND | columns).items())
    file = folder / name
    duckdb.sql(f"COPY (SELECT {listed}) TO '{file}' (FORMAT parquet)")
    return file


def test_lines_are_the_rows_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bookings.parquet"
    listed = ", ".join(f"{value} AS {column}" for column, value in SOUND.items())
    duckdb.sql(f"COPY (SELECT {listed} FROM range(3)) TO '{file}' (FORMAT parquet)")
    assert [row["line"] for row in table(file)[1]] == [1, 2, 3]


@pytest.mark.parametrize("value", ["1", "1::UTINYINT", "uuid()", "'a'::ENUM ('a', 'b')"])
def test_an_id_can_be_text_or_a_whole_number(value: str, tmp_path: Path) -> None:
    assert len(table(written(tmp_path, booking=value))[1]) == 1


@pytest.mark.parametrize(
    "value",
    [
        "'2025-01-01'",
        "DATE '2025-01-01'",
        "TIMESTAMP_S '2025-01-01 10:00'",
        "TIMESTAMP_MS '2025-01-01 10:00'",
        "TIMESTAMP_NS '2025-01-01 10:00'",
    ],
)
def test_a_moment_can_be_text_a_date_or_a_timestamp(value: str, tmp_path: Path) -> None:
    assert len(table(written(tmp_path, arrived_at=value))[1]) == 1


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("booking", "1.5::DOUBLE", "DOUBLE"),
        ("place", "['a']", "VARCHAR[]"),
        ("arrived_at", "20250101", "INTEGER"),
        ("arrived_at", "TIME '10:00'", "TIME"),
        ("departed_at", "1.5::DOUBLE", "DOUBLE"),
        ("arrived_day", "TIMESTAMP '2025-01-01 10:00'", "TIMESTAMP"),
        ("person", "true", "BOOLEAN"),
    ],
)
def test_a_column_of_a_wrong_type_is_named(
    column: str, value: str, kind: str, tmp_path: Path
) -> None:
    finding = why_wrong(written(tmp_path, **{column: value}))
    assert finding.code == "tables.column-type"
    assert finding.location.column == column
    assert finding.message.parameters["type"] == kind


def test_columns_that_nobody_reads_may_hold_anything(tmp_path: Path) -> None:
    file = written(tmp_path, note="{'a': [1.5]}", LINE="7")
    loaded, rows = table(file)
    assert loaded.columns[-2:] == ("note", "LINE (2)")
    assert (rows[0]["line"], rows[0]["LINE (2)"]) == (1, 7)


@pytest.mark.parametrize("name", ["a[1].parquet", "a*.parquet", "a?b.parquet", "it's.parquet"])
def test_a_name_is_one_file_and_no_pattern(name: str, tmp_path: Path) -> None:
    file = written(tmp_path)
    file.rename(tmp_path / name)
    written(tmp_path, "a1.parquet", booking="'other'")
    assert [row["booking"] for row in table(tmp_path / name)[1]] == ["B1"]


def test_what_is_no_parquet(tmp_path: Path) -> None:
    (tmp_path / "text.parquet").write_text("booking,place,arrived_at,departed_at\n", "utf-8")
    assert why_wrong(tmp_path / "text.parquet").code == "tables.not-parquet"


def test_damage_within_a_file_is_told_when_it_is_met(tmp_path: Path) -> None:
    file = tmp_path / "bookings.parquet"
    listed = "'B' || i AS booking, 'P' AS place, '2025-01-01' AS arrived_at, '' AS departed_at"
    duckdb.sql(f"COPY (SELECT {listed} FROM range(50000) t(i)) TO '{file}' (FORMAT parquet)")
    content = bytearray(file.read_bytes())
    content[100:4000] = bytes(3900)
    file.write_bytes(content)
    with session() as connection:
        loaded = load(connection, file, BOOKINGS)
        with pytest.raises(WrongInput) as wrong, reading(loaded.file):
            connection.execute(f"SELECT count(DISTINCT booking) FROM {loaded.relation}").fetchall()
    assert wrong.value.findings[0].code == "tables.file-damaged"
