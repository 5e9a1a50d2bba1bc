"""What a comparison of books writes: never over a file that it reads, and never a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.cli.written_files import keep_what_is_read
from tests.cli.terminal import safeconduct

BOOK = "booking,place,arrived_at,departed_at\nb1,{place},2011-03-01,{left}\n"
AGREEMENT = "us-usms-2007-irwin"


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two books that differ in one departure, in the folder in which the person stands."""
    monkeypatch.chdir(tmp_path)
    Path("ours.csv").write_text(BOOK.format(place="irwin", left="2011-03-05"), "utf-8")
    Path("theirs.csv").write_text(BOOK.format(place="irwin", left="2011-03-06"), "utf-8")
    return "ours.csv", "theirs.csv"


WRITES = [
    ("reconcile", "--xlsx", "book.xlsx"),
    ("reconcile", "--pdf", "book.pdf"),
    ("reconcile", "--dispute", "dispute.csv"),
    ("dispute raise", "--file", "dispute.csv"),
]


@pytest.mark.parametrize(("command", "option", "file"), WRITES)
def test_a_folder_that_is_not_there_is_told(
    command: str, option: str, file: str, books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    where = f"nowhere/{file}"
    words = (*command.split(), *books, "--agreement", AGREEMENT, option, where)
    ran = safeconduct(capsys, *words)
    assert ran.code == 2
    assert ran.err == (
        f"{where}: The file cannot be written (No such file or directory). "
        "Name a file in a folder that exists and that you may write to.\n"
    )


@pytest.mark.parametrize(("command", "option", "_file"), WRITES)
def test_a_book_is_not_written_over(
    command: str,
    option: str,
    _file: str,
    books: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Path("theirs.csv").read_bytes()
    words = (*command.split(), *books, "--agreement", AGREEMENT, option, "./theirs.csv")
    ran = safeconduct(capsys, *words)
    assert ran.code == 2
    assert "reads this file" in ran.err
    assert Path("theirs.csv").read_bytes() == before


@pytest.mark.parametrize("option", ["--lines", "--pdf", "--freeze"])
def test_a_register_is_not_written_over(
    option: str, books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path("ours.csv").read_bytes()
    words = ("invoice", "ours.csv", "--agreement", AGREEMENT, "--period", "2011-03")
    ran = safeconduct(capsys, *words, option, "ours.csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("ours.csv: The command reads this file")
    assert Path("ours.csv").read_bytes() == before


def test_a_population_is_not_drawn_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "held.csv"
    file.write_text("place,day,held\nnorth,2025-01-01,3\n", "utf-8")
    ran = safeconduct(capsys, "occupancy", file, "--minimum", file, "--chart", file)
    assert ran.code == 2
    assert file.read_text("utf-8").startswith("place,day,held")


def test_a_file_that_is_only_written_may_be_there_already() -> None:
    keep_what_is_read(["new.csv", ""], ["ours.csv", ""])


def test_two_results_are_not_written_to_one_file(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("reconcile", *books, "--agreement", AGREEMENT, "--xlsx", "out", "--pdf", "./out")
    ran = safeconduct(capsys, *words)
    assert ran.code == 2
    assert ran.err == "out: Two results would be written to this file. Name a file for each.\n"
    assert not Path("out").exists()


def test_absences_of_a_corrected_book_are_not_written_over_those_that_are_read(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    away = Path("new-absences.csv")
    away.write_text("booking,left_at,returned_at\nb1,2011-03-02,2011-03-03\n", "utf-8")
    before = away.read_bytes()
    common = (*books, "--agreement", AGREEMENT, "--their-absences", str(away))
    safeconduct(capsys, "dispute", "raise", *common, "--file", "dispute.csv")
    ran = safeconduct(
        capsys, "dispute", "settle", "dispute.csv", *common, "--corrected-theirs", "new.csv"
    )
    assert ran.code == 2
    assert ran.err.startswith("new-absences.csv: The command reads this file")
    assert away.read_bytes() == before


def test_one_code_says_that_a_file_cannot_be_written() -> None:
    catalogue = Path(__file__).parents[2] / "src/safeconduct/locale/en/LC_MESSAGES/cli.po"
    codes = catalogue.read_text("utf-8").count('not-writable"\n')
    assert codes == 1
