"""``python -m bench [NAME…]``: hold all contests, or the named ones."""

from __future__ import annotations

import importlib
import sys

from bench.machine import describe

CONTESTS = ("counting", "reconciling", "clearance", "record", "screening", "node")
"""Modules of this folder, each with a function ``main()``."""


def run() -> None:
    """Print the machine, then each contest's table."""
    print(describe())
    for name in sys.argv[1:] or CONTESTS:
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    run()
