"""Telling the story: a sentence, the command as one would type it, its own output, a sentence."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.cli.demo.story import Step
from safeconduct.cli.language import current
from safeconduct.cli.output import console, label, say
from safeconduct.record.log.anchor import STATE_VARIABLE

PROCESS_LIMIT = 120
"""Seconds after which a command of the story is given up; each takes about one."""

STATE = "state"
"""Folder for what the machine remembers of the record, so that nothing stays outside."""


@dataclass(frozen=True, slots=True)
class Told:
    """A step that was run.

    Attributes:
        command: the command as a person would type it.
        exit_code: the exit code that it gave.
        as_told: whether that is the one of the story.
    """

    command: str
    exit_code: int
    as_told: bool

    def as_plain(self) -> Plain:
        """For machine output."""
        return {"command": self.command, "exit_code": self.exit_code, "as_told": self.as_told}


def tell(number: int, step: Step, folder: Path, *, quiet: bool) -> Told:
    """Run one step in the folder; print it unless ``quiet``."""
    command = f"safeconduct {step.command}"
    if step.beforehand is not None:
        step.beforehand(folder)
    if not quiet:
        heading = say(Message.of("cli.demo-step", number=number, title=label(step.code)))
        console().print(f"\n[bold]{escape(heading)}[/bold]\n{escape(label(f'{step.code}-why'))}\n")
        console().print(f"[bold]$ {escape(command)}[/bold]")
        sys.stdout.flush()
    exit_code = _run(step, folder, quiet=quiet)
    if not quiet:
        ended = Message.of("cli.demo-ended", exit_code=exit_code)
        console().print(f"[dim]{escape(say(ended))} {escape(label(f'{step.code}-after'))}[/dim]")
    return Told(command, exit_code, exit_code == step.exit_code)


def tell_end(folder: Path) -> None:
    """Name the files that the story leaves, for the reader to open."""
    files = ", ".join(sorted(path.name for path in folder.iterdir()))
    ending = Message.of("cli.demo-end", folder=str(folder), files=files)
    console().print(f"\n{escape(say(ending))}")


def _run(step: Step, folder: Path, *, quiet: bool) -> int:
    """The command in a process of its own: what is shown is what the reader will get."""
    finished = subprocess.run(  # noqa: S603 - the story's own commands, split into arguments
        [sys.executable, "-m", "safeconduct.cli", *shlex.split(step.command)],
        cwd=folder,
        env={
            **os.environ,
            "SAFECONDUCT_LANG": current(),
            STATE_VARIABLE: str(folder.resolve() / STATE),
        },
        stdout=subprocess.DEVNULL if quiet else None,
        stderr=subprocess.DEVNULL if quiet else None,
        check=False,
        timeout=PROCESS_LIMIT,
    )
    return finished.returncode
