"""Peers of the record's log, run by the Python of their own environment.

pymerkle is GPL-licensed: it runs in a process of its own and nothing of it is imported here or in
the package. One line of JSON a run.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path


def tlog_scales(folder: str) -> dict[str, float]:
    """Inclusion proofs from our tiles."""
    from tlog_scales.backend import LocalBackend
    from tlog_scales.reader import TilesReader

    reader = TilesReader(LocalBackend(Path(folder) / "log"))
    size = reader.get_checkpoint().size

    def prove() -> object:
        reader = TilesReader(LocalBackend(Path(folder) / "log"))
        reader.set_size(size)
        return reader.get_inclusion_proof(random.randrange(size), size)  # noqa: S311

    return {"proof_ms": median_ms(prove, 20)}


def pymerkle(count: str) -> dict[str, float]:
    """Appending to and proving from a tree in memory; it has no tiles and no signatures."""
    from pymerkle import InmemoryTree

    tree = InmemoryTree(algorithm="sha256")
    begun = time.perf_counter()
    for number in range(int(count)):
        tree.append_entry(b"x" * 792 + b"%d" % number)
    appended = int(count) / (time.perf_counter() - begun)

    def prove() -> object:
        return tree.prove_inclusion(1 + random.randrange(int(count)))  # noqa: S311

    return {"append_per_s": appended, "proof_ms": median_ms(prove, 50)}


def median_ms(act: Callable[[], object], times: int) -> float:
    """The median time of an act in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    print(json.dumps({"tlog_scales": tlog_scales, "pymerkle": pymerkle}[sys.argv[1]](sys.argv[2])))
