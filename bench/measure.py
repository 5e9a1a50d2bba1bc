"""One run of one contender in a process of its own: seconds, peak memory, answer.

A fresh process keeps one contender's memory and caches out of another's figures. Imports are done
before the clock starts; reading the files is part of the work.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from inspect import isgenerator
from pathlib import Path


def peak_mib() -> float:
    """The most memory that this process ever held.

    Read from the kernel's own high-water mark: ``getrusage`` would also count what the parent held
    before it started this process.
    """
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    mark = next(line for line in lines if line.startswith("VmHWM"))
    return int(mark.split()[1]) / 1024


def main() -> None:
    """Run ``MODULE:FUNCTION`` with the rest of the arguments and print one line of JSON."""
    target, *arguments = sys.argv[1:]
    module, _, function = target.partition(":")
    run = getattr(importlib.import_module(module), function)
    before = peak_mib()
    begun = time.perf_counter()
    answer = run(*arguments)
    if isgenerator(answer):
        # It has made ready what the question takes for granted, and answers when asked again.
        next(answer)
        begun = time.perf_counter()
        answer = next(answer)
    seconds = time.perf_counter() - begun
    print(
        json.dumps(
            {
                "seconds": seconds,
                "peak_mib": peak_mib(),
                "import_mib": before,
                "answer": answer,
            }
        )
    )


if __name__ == "__main__":
    main()
