"""CSV in: the files of a table of cases, and those whose bytes are the point."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tables.loaded import HEADINGS, refusals, table, why_wrong

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "csv.yaml").read_text("utf-8")
)


def written(folder: Path, content: str | bytes, name: str = "bookings.csv") -> Path:
    """A file with the content."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("case", CASES, ids=[case["why"][:70] for case in CASES])
def test_a_file_is_read_as_the_table_says(case: dict[str, Any], tmp_path: Path) -> None:
    file = written(tmp_path, case["file"])
    if "wrong" in case:
        reason, line, column = case["wrong"]
        finding = why_wrong(file)
        assert finding.code == f"tables.{reason}"
        assert (finding.location.file, finding.location.line) == (str(file), line)
        assert finding.location.column == column
        return
    loaded, rows = table(file)
    assert [row["line"] for row in rows] == case["taken"]
    assert refusals(loaded) == [tuple(row) for row in case.get("refused", ())]


def test_cells_are_kept_as_they_are_written(tmp_path: Path) -> None:
    text = f'{HEADINGS},note\n 007 ,"Penitentiaire ""T""",2025-01-01,,"one, two"\n'
    _, rows = table(written(tmp_path, text))
    assert rows == [
        {
            "line": 2,
            "booking": " 007 ",
            "place": 'Penitentiaire "T"',
            "arrived_at": "2025-01-01",
            "departed_at": "",
            "note": "one, two",
        }
    ]


def test_a_column_of_the_file_that_is_called_line_is_carried_along(tmp_path: Path) -> None:
    _, rows = table(written(tmp_path, f"line,{HEADINGS}\n7,A,P,2025-01-01,\n"))
    assert (rows[0]["line"], rows[0]["line (2)"]) == (2, "7")


def test_a_column_without_a_heading_is_named_for_its_position(tmp_path: Path) -> None:
    loaded, _ = table(written(tmp_path, f"{HEADINGS},,x\nA,P,2025-01-01,,1,2\n"))
    assert loaded.columns[4:] == ("column 5", "x")


def test_the_mark_that_some_programs_put_before_utf_8_is_no_text(tmp_path: Path) -> None:
    loaded, rows = table(written(tmp_path, f"\ufeff{HEADINGS}\nA,P,2025-01-01,\n"))
    assert loaded.columns[0] == "booking"
    assert len(rows) == 1


def test_another_encoding_is_refused_with_the_byte_that_gives_it_away(tmp_path: Path) -> None:
    content = f"{HEADINGS}\nA,P,2025-01-01,\nB,León,2025-01-01,\n".encode("latin-1")
    finding = why_wrong(written(tmp_path, content))
    assert finding.code == "tables.encoding"
    assert (finding.location.line, finding.location.column) == (3, 5)
    assert finding.message.parameters == {"byte": "0xF3"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_told_as_such(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "book.csv").write_bytes("booking,place\n".encode(encoding))
    assert why_wrong(tmp_path / "book.csv").code == "tables.encoding-utf-16"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(encoding: str, tmp_path: Path) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    finding = why_wrong(written(tmp_path, (mark + HEADINGS).encode(encoding)))
    assert finding.code == "tables.encoding-utf-16"


def test_a_cell_of_a_million_characters_is_refused_with_its_row_alone(tmp_path: Path) -> None:
    long = "x" * 1_000_000
    text = f"{HEADINGS}\nA,P,2025-01-01,{long}\nB,P,2025-01-01,\n"
    loaded, rows = table(written(tmp_path, text))
    assert refusals(loaded) == [(2, "departed_at", "cell-too-long")]
    assert loaded.refused[0].message.parameters == {"length": 1_000_000, "longest": 10_000}
    assert [row["line"] for row in rows] == [3]


def test_a_cell_that_swallows_the_file_is_refused_with_the_file(tmp_path: Path) -> None:
    text = f'{HEADINGS}\nA,P,2025-01-01,"{"x" * 17_000_000}"\n'
    assert why_wrong(written(tmp_path, text)).code == "tables.quote-open"


def test_a_file_of_no_bytes_is_empty(tmp_path: Path) -> None:
    assert why_wrong(written(tmp_path, "")).code == "tables.file-empty"


@pytest.mark.parametrize("name", ["bookings.ods", "bookings", "bookings.csv.gz"])
def test_the_ending_tells_the_format(name: str, tmp_path: Path) -> None:
    assert why_wrong(written(tmp_path, HEADINGS, name)).code == "tables.ending"


def test_capitals_in_the_ending_make_no_difference(tmp_path: Path) -> None:
    loaded, _ = table(written(tmp_path, f"{HEADINGS}\n", "BOOKINGS.CSV"))
    assert loaded.refused == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert why_wrong(tmp_path / "none.csv").code == "tables.file-missing"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert why_wrong(tmp_path / "folder.csv").code == "tables.file-unreadable"
