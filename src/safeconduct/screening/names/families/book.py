"""Families of names: the lists that ship with the package, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

import yaml

from safeconduct.screening.names.letters.marks import without_marks
from safeconduct.screening.names.normalising import strict

_FOLDER = "safeconduct.screening.names.families"


@cache
def listed_families() -> Mapping[str, frozenset[str]]:
    """Word, plain, to the families that the lists put it in: ``LIST:name``."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, head, member in _entries():
        found[without_marks(strict(member))].add(f"{name}:{without_marks(strict(head))}")
    return {word: frozenset(families) for word, families in found.items()}


def _entries() -> Iterator[tuple[str, str, str]]:
    for path in sorted(resources.files(_FOLDER).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yaml"):
            entries: dict[str, list[str]] = yaml.safe_load(path.read_text("utf-8"))
            for head, members in entries.items():
                yield from ((path.name[:-5], head, member) for member in (head, *members))
