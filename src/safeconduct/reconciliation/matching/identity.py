"""Evidence of identity: when two references mean the same person, the same place, the same id.

References are compared, never names; that two look alike is evidence for a match, and the match
is still reported as a difference of identity.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
SHORTEST_TRANSPOSED = 4
"""Shorter references are transpositions of each other too easily."""


def same(first: str, second: str) -> bool:
    """Whether two references are the same but for case and the space around them."""
    return first.strip().casefold() == second.strip().casefold()


def contradicts(first: str, second: str) -> bool:
    """Whether both sides name something, and not the same."""
    return bool(first and second) and not same(first, second)


def key(reference: str) -> str:
    """The reference without case, accents, punctuation and leading zeros: ``p-007`` is ``P7``."""
    decomposed = unicodedata.normalize("NFKD", reference.casefold())
    return _LEADING_ZEROS.sub("", _NOT_ALPHANUMERIC.sub("", decomposed))


def transposed(first: str, second: str) -> bool:
    """Whether two keys differ by one pair of neighbouring characters that changed places."""
    if len(first) != len(second) or len(first) < SHORTEST_TRANSPOSED:
        return False
    differing = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    i, j = differing
    return first[i] == second[j] and first[j] == second[i]
