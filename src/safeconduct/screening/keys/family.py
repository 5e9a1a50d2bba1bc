"""A family of keys of words: two words that share a key may be the same part of a name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from safeconduct.screening.names import Forms, Token


@dataclass(frozen=True, slots=True)
class Sides:
    """The keys of one word.

    Attributes:
        filed: keys under which the index files it.
        sought: keys under which it is looked up in the index. For most families the two are the
            same; where they differ, each side's rule covers the other's.
    """

    filed: Collection[str]
    sought: Collection[str]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of keys.

    Attributes:
        name: as explanations and the proof of coverage name it.
        at_most: the closeness that a relation found by it alone can have; a loose bound.
        keys: the keys of a word.
    """

    name: str
    at_most: float
    keys: Callable[[Token, Forms], Sides]


def both(keys: Iterable[str]) -> Sides:
    """The same keys on both sides."""
    found = frozenset(keys)
    return Sides(found, found)
