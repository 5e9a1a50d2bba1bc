"""Progress on long work: a bar on standard error, and only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from safeconduct.cli.output import label


class Steps:
    """The steps of one command, shown as they begin."""

    def __init__(self, bar: Progress, steps: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=steps)
        self._begun = 0

    def begin(self, code: str) -> None:
        """Show that the next step has begun; ``code`` names it."""
        self._bar.update(self._task, description=label(code), completed=self._begun)
        self._begun += 1


@contextmanager
def progress(steps: int) -> Iterator[Steps]:
    """Show a bar while the body runs, and take it away when it ends."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        yield Steps(bar, steps)
