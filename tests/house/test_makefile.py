"""The front door: what `make` offers, and what `make test` and continuous integration run."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from tests.house.project import ROOT, packages

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()


def make(*arguments: str) -> str:
    """What a fresh make prints; this one may itself run below another."""
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    done = subprocess.run(
        ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_make_alone_lists_every_target_with_its_meaning() -> None:
    listed = re.findall(r"^  make ([a-z-]+) +\S", make(), re.MULTILINE)
    assert listed == TARGETS


@pytest.mark.parametrize(
    "step",
    ["ruff check", "ruff format --check", "mypy", "lint-imports", "pytest", "sphinx-build -W"],
)
def test_make_test_runs_every_check(step: str) -> None:
    assert f".venv/bin/{step}" in make("--dry-run", "--always-make", "test")


def test_continuous_integration_runs_make_test_and_nothing_cleverer() -> None:
    script = ROOT / ".ci" / "run"
    commands = [line for line in script.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert os.access(script, os.X_OK)


def test_every_package_has_tests() -> None:
    tests = ROOT / "tests"
    tested = {path.relative_to(tests).parts[0] for path in tests.rglob("test_*.py")}
    assert set(packages()) - tested == set()
