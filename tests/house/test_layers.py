"""Imports run one way; the drawing, the contract and the folders name the same layers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.project import DOCS, PACKAGE, ROOT, packages

# A breach, the file that commits it, its source, and what the complaint must name.
PLANTS = {
    "upwards": ("basics/planted.py", "import safeconduct.cli\n", "safeconduct.basics.planted -> "),
    "sideways": (
        "custody/planted.py",
        "import safeconduct.clearance\n",
        "safeconduct.custody.planted -> ",
    ),
    "a package of no layer": ("utils/__init__.py", "", "utils"),
    "a web framework": ("custody/planted.py", "import django.db\n", "django"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command; "
    return subprocess.run(
        [
            sys.executable,
            "-c",
            program + "lint_imports_command()",
            "--no-cache",
            "--config",
            str(ROOT / "pyproject.toml"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in another folder, where it may be spoiled."""
    target = tmp_path / "safeconduct"
    shutil.copytree(PACKAGE, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def test_imports_run_one_way(copy: Path) -> None:
    checked = lint_imports(copy.parent)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_breach_is_caught(plant: str, copy: Path) -> None:
    file, source, named = PLANTS[plant]
    (copy / file).parent.mkdir(exist_ok=True)
    (copy / file).write_text(source, "utf-8")
    checked = lint_imports(copy.parent)
    assert checked.returncode == 1
    assert named in checked.stdout + checked.stderr


def contract_layers() -> list[list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [sorted(layer.split(" | ")) for layer in contract["layers"]]


def drawn_layers() -> list[list[str]]:
    """The layers in the fenced block ``layers`` of the architecture page, highest first."""
    page = (DOCS / "architecture.md").read_text("utf-8")
    block = re.search(
        r"^```\{code-block\} text\n:name: layers\n\n(.+?)^```", page, re.DOTALL | re.MULTILINE
    )
    assert block is not None
    return [sorted(line.split("#")[0].split()) for line in block[1].splitlines() if line.strip()]


def test_the_drawing_shows_the_contract() -> None:
    assert drawn_layers() == contract_layers()


def test_every_package_has_a_layer() -> None:
    assert sorted(name for layer in contract_layers() for name in layer) == packages()
