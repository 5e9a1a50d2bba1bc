"""What a file may hold and a terminal must not obey."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.cli.visible import visible
from tests.cli.terminal import safeconduct

HIDDEN = [
    ("a command of the terminal", "a\x1b[2Jb", "a[U+001B][2Jb"),
    ("a line break", "b1\nother.csv:9: forged", "b1[U+000A]other.csv:9: forged"),
    ("a separator of lines", "a\u2028b", "a[U+2028]b"),
    ("a mark that turns the direction", "a\u202eb", "a[U+202E]b"),
    ("a character without width", "b1\u200b", "b1[U+200B]"),
    ("nothing", "", ""),
    ("words in any script", "Málaga, Åland, Ἀθῆναι, 東京, \u0645\u06cc\u200c\u0631", None),
    ("markup", "[bold]x[/bold] <b> #let", None),
]


@pytest.mark.parametrize(("_what", "written", "shown"), HIDDEN)
def test_hidden_characters_are_spelled(_what: str, written: str, shown: str | None) -> None:
    assert visible(written) == (written if shown is None else shown)


def test_an_identifier_neither_commands_the_terminal_nor_forges_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = '"b1\nother.csv:9: forged",\u202ep,2025-01-01,2025-01-03\n'
    book = tmp_path / "book.csv"
    book.write_text(f"booking,place,arrived_at,departed_at\n{row}{row}", "utf-8")
    ran = safeconduct(capsys, "count", book, "--rule", "midnights", "--by", "month,place")
    assert "[U+202E]p" in ran.out
    assert [line.startswith(str(book)) for line in ran.err.splitlines()] == [True]


def test_a_heading_does_not_command_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "book.csv"
    book.write_text("booking,place,\x1b[2J\n", "utf-8")
    ran = safeconduct(capsys, "count", book, "--rule", "midnights")
    assert ran.code == 2
    assert "[U+001B][2J" in ran.err
