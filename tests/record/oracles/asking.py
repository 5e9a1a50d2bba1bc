"""Programs that others wrote, as the tests ask them: one task a line, one answer a line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
INSTALLED = Path(os.environ.get("SAFECONDUCT_ORACLES", Path(__file__).parents[3] / ".oracles"))
GO_LIBRARY = Path("/usr/share/gocode")


class Oracle:
    """A program that answers tasks until it is closed."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self._process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().rstrip("\n")

    def task(self, name: str, **values: object) -> Any:
        return json.loads(self.ask(json.dumps({"task": name, **values})))

    def close(self) -> None:
        self._process.communicate()


def build_go(folder: Path) -> Path:
    """The Go program, built offline of what Debian packages."""
    if shutil.which("go") is None or not (GO_LIBRARY / "src/golang.org/x/mod").is_dir():
        pytest.skip("golang-go and golang-golang-x-mod-dev are not installed")
    program = folder / "oracle"
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": str(GO_LIBRARY), "GOFLAGS": ""}
    subprocess.run(
        ["go", "build", "-o", program, "."], cwd=HERE / "go", env=environment, check=True
    )
    return program


def python_command() -> list[str | Path]:
    """The Python tasks, in their own environment."""
    python = INSTALLED / "python/bin/python"
    if not python.exists():
        pytest.skip("the Python packages of others are not installed; make test installs them")
    return [python, HERE / "python/tasks.py"]


def node_command() -> list[str | Path]:
    """The Node tasks, with the npm packages of others."""
    modules = INSTALLED / "node"
    if shutil.which("node") is None or not (modules / "node_modules").is_dir():
        pytest.skip("the npm packages of others are not installed; make test installs them")
    return ["node", HERE / "node/tasks.js", modules]


def aics_witness() -> Path:
    """The witness of others."""
    program = INSTALLED / "python/bin/aics-witness"
    if not program.exists():
        pytest.skip("aics-witness is not installed; make test installs it")
    return program
