"""A third language is a third folder, and no line of code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project import PACKAGE

FRISIAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "cli.no-such-option"
msgstr "Der is gjin opsje {option}."
"""

ASK = """
from pathlib import Path
import safeconduct
from safeconduct.basics import Lang, Message, languages, render, text
assert Path(safeconduct.__file__).is_relative_to(Path.cwd()), safeconduct.__file__
print(*languages())
print(render(Message.of("cli.no-such-option", option="--fier"), Lang("fy")))
print(text("cli.option-json", Lang("fy")) == text("cli.option-json", Lang("en")))
"""


@pytest.fixture
def with_frisian(tmp_path: Path) -> Path:
    """A copy of the package that differs in one new folder."""
    shutil.copytree(PACKAGE, tmp_path / "safeconduct", ignore=shutil.ignore_patterns("__pycache__"))
    folder = tmp_path / "safeconduct" / "locale" / "fy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "cli.po").write_text(FRISIAN, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_folder_is_a_new_language(with_frisian: Path) -> None:
    said = run(with_frisian, "-c", ASK)
    assert (said.stdout.splitlines(), said.stderr) == (
        ["en es fy", "Der is gjin opsje --fier.", "True"],
        "",
    )


def test_the_command_line_speaks_it(with_frisian: Path) -> None:
    said = run(
        with_frisian, "-c", "from safeconduct.cli import run; run()", "--lang", "fy", "--fier"
    )
    assert "Der is gjin opsje --fier." in said.stderr
    assert said.returncode == 2
