"""Every example in the documentation runs, and prints what the page shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.console import RUN, SHOWN_ONLY, Example, Terminal, examples, matches
from tests.house.project import DOCS, ROOT, shown, tracked_files
from tests.house.write_examples import rewritten

PAGES = [path for path in tracked_files() if path.suffix == ".md" and "files" not in path.parts]
WITH_EXAMPLES = [page for page in PAGES if any(examples(page.read_text("utf-8")))]


def example_errors(page: str, terminal: Terminal) -> Iterator[str]:
    """Run a page from top to bottom in one folder, as a reader would."""
    for example in examples(page):
        if example.program in SHOWN_ONLY:
            if example.printed:
                yield f"line {example.line}: what {example.program} prints is shown but not checked"
        elif example.program not in RUN:
            yield f"line {example.line}: {example.program} is not a program that examples run"
        else:
            yield from _compared(example, terminal.run(example.command))


def _compared(example: Example, printed: list[str]) -> Iterator[str]:
    if not matches(example.printed, printed):
        said = "\n".join(printed)
        written = "\n".join(example.printed)
        yield f"line {example.line}: $ {example.command}\nprints:\n{said}\nand shows:\n{written}"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal in a copy of the guide's files."""
    folder = tmp_path / "files"
    shutil.copytree(DOCS / "guide" / "files", folder)
    return Terminal(folder)


@pytest.mark.slow
@pytest.mark.parametrize("text_page", WITH_EXAMPLES, ids=shown)
def test_the_examples_of_a_page_run(text_page: Path, terminal: Terminal) -> None:
    assert "\n\n".join(example_errors(text_page.read_text("utf-8"), terminal)) == ""


@pytest.mark.parametrize("text_page", PAGES, ids=shown)
def test_a_target_that_a_page_names_exists(text_page: Path) -> None:
    named = set(
        re.findall(r"(?:`|^\s*\$? *)make ([a-z]+)", text_page.read_text("utf-8"), re.MULTILINE)
    )
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert named - targets == set()


PAGE = """
```console
$ echo one && echo two \\
>   && echo three
one
two
three
```
"""


def test_a_page_that_shows_what_is_printed_passes(tmp_path: Path) -> None:
    assert list(example_errors(PAGE, Terminal(tmp_path))) == []


@pytest.mark.parametrize(
    ("planted", "says"),
    [
        (
            PAGE.replace("\ntwo\n", "\nzwei\n"),
            "line 3: $ echo one && echo two && echo three\nprints:",
        ),
        (PAGE.replace("\ntwo", ""), "line 3: $ echo one"),
        (PAGE.replace("$ echo one", "$ false"), "line 3: false is not a program"),
        (PAGE.replace("$ echo one", "$ make one"), "line 3: what make prints is shown but not"),
    ],
)
def test_a_page_that_shows_something_else_is_seen(planted: str, says: str, tmp_path: Path) -> None:
    (error,) = example_errors(planted, Terminal(tmp_path))
    assert error.startswith(says)


@pytest.mark.parametrize("shown", ["", "uno\ndos\n", "one\n…\nthree\n"])
def test_a_page_can_be_brought_up_to_date(shown: str, tmp_path: Path) -> None:
    outdated = PAGE.replace("one\ntwo\nthree\n", shown)
    current = outdated if "…" in shown else PAGE
    assert rewritten(outdated, Terminal(tmp_path)) == current


def test_the_last_exit_code_can_be_shown(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.run("ls absent")
    assert terminal.run("echo $?") == ["2"]
    assert terminal.run("echo $?") == ["0"]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "…", "z"], ["a", "b", "c", "z"], True),
        (["a", "…", "z"], ["a", "z"], True),
        (["a", "…"], ["a", "b"], True),
        (["a", "…", "z"], ["a", "b"], False),
        (["a.c"], ["abc"], False),
        (["a", ""], ["a"], True),
        ([], ["a"], False),
    ],
)
def test_an_ellipsis_stands_for_any_lines(shown: list[str], printed: list[str], same: bool) -> None:
    assert matches(shown, printed) == same
