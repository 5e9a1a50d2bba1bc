"""The demonstration as its reader runs it: as a whole, or one of its commands again by hand."""

from __future__ import annotations

import csv
import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from safeconduct.cli.demo.story import STORY


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A demonstration that was run.

    Attributes:
        folder: where its files are.
        printed: all that it printed on either channel, in the order of a terminal.
    """

    folder: Path
    printed: str


def run(
    *arguments: str, lang: str = "en", folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``safeconduct`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "safeconduct.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "SAFECONDUCT_LANG": lang},
    )


def demonstration(folder: Path, lang: str) -> Demonstration:
    """Run the whole story, its files in the folder."""
    finished = run("demo", "--into", str(folder), lang=lang)
    assert finished.returncode == 0, finished.stdout
    return Demonstration(folder, finished.stdout)


@cache
def again(folder: Path, code: str) -> Any:
    """What a command of the story answers to a machine when it is typed by hand, unrecorded."""
    (step,) = (step for step in STORY if step.code == code)
    command = step.command.removesuffix(" --record record")
    finished = subprocess.run(
        [sys.executable, "-m", "safeconduct.cli", *shlex.split(command), "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == step.exit_code, finished.stderr
    return json.loads(finished.stdout)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
