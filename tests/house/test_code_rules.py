"""Every file is short, runs nobody's data, and every package asks a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.house.code_rules import asks_nothing, can_change, runs_data, too_long
from tests.house.project import PACKAGE, packages, python_files, shown

Rule = Callable[[str], Iterable[str]]


def broken(rule: Rule, paths: Iterable[Path]) -> list[str]:
    return [f"{shown(path)}: {what}" for path in paths for what in rule(path.read_text("utf-8"))]


def test_files_and_functions_stay_short() -> None:
    assert broken(too_long, python_files()) == []


def test_no_source_file_runs_data_as_a_program() -> None:
    assert broken(runs_data, python_files("src")) == []


def test_values_do_not_change() -> None:
    assert broken(can_change, python_files("src")) == []


def test_every_package_opens_with_its_question() -> None:
    faces = [PACKAGE / name / "__init__.py" for name in packages()]
    assert faces
    assert broken(asks_nothing, faces) == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize(
    ("rule", "source", "says"),
    [
        (too_long, "x = 1\n" * 401, "the file has 401 lines, over 400"),
        (too_long, "def f():\n" + "    x = 1\n" * 41, "line 1: f has 41 lines, over 40"),
        (runs_data, "value = eval(text)\n", "line 1: calls eval"),
        (runs_data, "import yaml\nyaml.load(text)\n", "line 2: calls yaml.load"),
        (runs_data, "from pickle import loads\n", "line 1: imports pickle"),
        (
            can_change,
            "@dataclass\nclass Rate:\n    x: int\n",
            "line 2: Rate is not frozen and slotted",
        ),
        (
            can_change,
            "@dataclass(frozen=True)\nclass Rate:\n    x: int\n",
            "line 2: Rate is not frozen and slotted",
        ),
        (asks_nothing, '"""Days and money."""\n', "the docstring's first line asks no question"),
    ],
)
def test_a_planted_breach_is_seen(rule: Rule, source: str, says: str) -> None:
    assert list(rule(source)) == [says]


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (too_long, "def f(\n    x: int,\n) -> None:\n" + "    x = 1\n" * 40),
        (runs_data, "import yaml\nyaml.compose(text)\nregistry.eval(text)\n"),
        (can_change, "@dataclass(frozen=True, slots=True)\nclass Rate:\n    x: int\n"),
        (asks_nothing, '"""What is owed?  Tariffs."""\n'),
    ],
)
def test_what_keeps_the_rule_passes(rule: Rule, source: str) -> None:
    assert list(rule(source)) == []
