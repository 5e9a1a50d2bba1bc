"""Particles: words of a name that weigh nothing by themselves."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from safeconduct.screening.names.letters.marks import without_marks


@cache
def particles() -> frozenset[str]:
    """Every particle, title, mark of a generation and stand-in for a name not known."""
    path = resources.files("safeconduct.screening.names") / "particles.yaml"
    kinds: dict[str, list[str]] = yaml.safe_load(path.read_text("utf-8"))
    return frozenset(without_marks(word) for words in kinds.values() for word in words)


def is_particle(strict: str) -> bool:
    """Whether a word, normalised, is kept without a weight."""
    return strict in particles() or without_marks(strict) in particles()
