"""Particles: words of a name that weigh nothing by themselves."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import cast

import yaml

from safeconduct.screening.names.letters.marks import without_marks

_NAMES_TOO = "names too"


def is_particle(strict: str, *, within: bool) -> bool:
    """Whether a word, normalised, is kept without a weight.

    Args:
        strict: the word.
        within: whether another word of its part follows, and it does not open the given names.
            Elsewhere a word that is a name too is read as one.
    """
    plain = without_marks(strict)
    return plain in _particles() and (within or plain not in _names_too())


@cache
def _particles() -> frozenset[str]:
    return frozenset(without_marks(word) for words in _kinds().values() for word in words)


@cache
def _names_too() -> frozenset[str]:
    return frozenset(_kinds()[_NAMES_TOO])


@cache
def _kinds() -> dict[str, list[str]]:
    path = resources.files("safeconduct.screening.names") / "particles.yaml"
    return cast("dict[str, list[str]]", yaml.safe_load(path.read_text("utf-8")))
