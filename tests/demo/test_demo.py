"""The demonstration runs each command of its story, and says so when one ends otherwise."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from safeconduct.cli import demo
from safeconduct.cli.demo.story import STORY, Step
from tests.cli.terminal import safeconduct
from tests.demo.running import Demonstration, run


def test_each_command_is_shown_and_ends_as_it_is_told(told: Demonstration) -> None:
    shown = [line[len("$ ") :] for line in told.printed.splitlines() if line.startswith("$ ")]
    assert shown == [f"safeconduct {step.command}" for step in STORY]
    assert told.printed.count("\nExit code ") == len(STORY)


def test_it_speaks_spanish(contada: Demonstration) -> None:
    assert "1. ¿Está bien escrito el acuerdo?" in contada.printed
    assert contada.printed.count("\nCódigo de salida ") == len(STORY)


def test_it_leaves_its_files_for_the_reader(told: Demonstration) -> None:
    assert (told.folder / "statement.pdf").read_bytes().startswith(b"%PDF")
    named = told.printed.splitlines()[-1]
    assert str(told.folder) in named
    assert [path.name for path in told.folder.iterdir() if path.name not in named] == []


def test_it_shows_every_command_that_answers_a_question() -> None:
    shown = {shlex.split(step.command)[0] for step in STORY}
    assert shown == {
        "agreement", "clear", "order", "count", "invoice", "reconcile", "dispute", "record",
    }  # fmt: skip


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    finished = run("demo", "--into", str(tmp_path))
    assert finished.returncode == 2
    assert "overwrites nothing" in finished.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("exit_code", "ends"), [(0, 0), (2, 1)])
def test_a_command_that_ends_otherwise_than_told_is_reported(
    exit_code: int,
    ends: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    step = Step("cli.demo-check", "agreement check agreement.yaml", exit_code)
    monkeypatch.setattr(demo, "STORY", (step,))
    ran = safeconduct(capsys, "demo", "--json", "--into", tmp_path / "files")
    assert ran.code == ends
    assert ran.told["steps"] == [
        {"command": f"safeconduct {step.command}", "exit_code": 0, "as_told": ends == 0}
    ]
