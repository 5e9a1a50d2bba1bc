"""A command with all of its processes: how long it takes, and how much memory they hold at once."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

BETWEEN_LOOKS = 0.2
"""Seconds; memory that is held for less may be missed."""


def watched(command: Sequence[str]) -> tuple[float, float]:
    """Run a command; seconds, and the most MiB that it and its children held together.

    Pages that several processes share count once, in parts (``Pss``).

    Raises:
        RuntimeError: it did not end well.
    """
    begun, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        while running.poll() is None:
            peak = max(peak, sum(map(_kib, _family(running.pid))))
            time.sleep(BETWEEN_LOOKS)
        said = running.stderr.read().decode() if running.stderr else ""
    if running.returncode:
        raise RuntimeError(said)
    return time.perf_counter() - begun, peak / 1024


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return  # it has just ended
    for child in children.split():
        yield from _family(int(child))


def _kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
