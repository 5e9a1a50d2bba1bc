"""The version of the rules by which screening reads, files and compares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

LAYOUT = 1
"""The version of the arrays of an index."""


@cache
def rules_version() -> str:
    """The digest of all that decides whom a screening finds: the source and tables of this package.

    No number that somebody must remember to raise: a rule that changes makes every older index
    stale, and every older proof of coverage recognisable as older.
    """
    total = hashlib.sha256()
    for name, content in sorted(_contents(resources.files("safeconduct.screening"), "")):
        total.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return f"sha256:{total.hexdigest()}"


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _contents(entry, f"{path}{entry.name}/")
        elif entry.name.endswith((".py", ".yaml", ".csv")):
            yield path + entry.name, entry.read_bytes()
