r"""Examples of the documentation: blocks that show a terminal, read and run.

A block is fenced as ``console``. A line that begins with ``$`` is a command; the lines up to the
next one are what it prints, on both channels. A line ``…`` stands for any lines. A command may
end in ``\`` and go on in the next line, which begins with ``>``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ELLIPSIS = "…"

RUN = ("safeconduct", "cat", "head", "tail", "ls", "echo", "grep")
"""What a block may run. Anything else belongs to what a reader does once, and prints nothing."""

SHOWN_ONLY = ("make", "git", "cd", "export", "apt-get", "pip", "python3")
"""What a block may show without its being run, and without output."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a page, and what the page says that it prints.

    Attributes:
        line: the line of the command, counted from 1.
        output_line: the line on which its output begins, or would.
    """

    line: int
    output_line: int
    command: str
    printed: tuple[str, ...]

    @property
    def program(self) -> str:
        """The program that the command starts."""
        return self.command.split()[0]


def examples(page: str) -> Iterator[Example]:
    """The commands in the page's console blocks, in order."""
    for block in re.finditer(r"^```console\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        first = page.count("\n", 0, block.start()) + 2
        yield from _in_block(block[1].splitlines(), first)


def _in_block(lines: Sequence[str], first: int) -> Iterator[Example]:
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    if lines and 0 not in starts:
        raise ValueError(f"line {first}: a console block begins with a command")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        command, below = lines[start][2:], start + 1
        while command.endswith("\\"):
            command = command[:-1] + lines[below].removeprefix(">").lstrip()
            below += 1
        printed = tuple(line.rstrip() for line in lines[below:end])
        yield Example(first + start, first + below, command, printed)


class Terminal:
    """Runs commands one after another in a folder, as a reader of a page would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._status = 0

    def run(self, command: str) -> list[str]:
        """What the command prints, line by line."""
        done = subprocess.run(
            ["bash", "-c", command.replace("$?", str(self._status))],
            cwd=self._folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self._status = done.returncode
        return [line.rstrip() for line in done.stdout.splitlines()]

    def _environment(self) -> dict[str, str]:
        # The zone is one that no example lives in, so that none depends on the machine's.
        return {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self._folder),
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "PYTHONUNBUFFERED": "1",
            "TZ": "Pacific/Chatham",
        }


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether what is shown is what was printed, an ellipsis standing for any lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == ELLIPSIS else re.escape(line) + r"\n" for line in _trimmed(shown)
    )
    return re.fullmatch(pattern, "".join(line + "\n" for line in _trimmed(printed))) is not None


def _trimmed(lines: Sequence[str]) -> Sequence[str]:
    last = len(lines)
    while last and not lines[last - 1]:
        last -= 1
    return lines[:last]
