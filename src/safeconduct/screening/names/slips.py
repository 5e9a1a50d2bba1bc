"""Slips: what a tired hand mistypes and what a scanner misreads."""

from __future__ import annotations

from rapidfuzz.distance import OSA

_MISREAD = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "6": "g", "2": "z", "4": "a"})
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def without_digits(plain: str) -> str:
    """The word with the letters for which a scanner writes digits."""
    return plain if plain.isalpha() else plain.translate(_MISREAD)


def as_scanned(plain: str) -> str:
    """The word as it looks: strokes that touch are one letter."""
    seen = without_digits(plain)
    return seen.replace("rn", "m").replace("cl", "d").replace("vv", "w").replace("i", "l")


def slip_closeness(a: str, b: str) -> float:
    """How likely one plain word is the other with a slip; 0 where it is not.

    Words of three letters or fewer are too short to tell. One edit is allowed up to six letters,
    two up to ten, three above.
    """
    longer = max(len(a), len(b))
    if min(len(a), len(b)) < 4:
        return 0.0
    if as_scanned(a) == as_scanned(b):
        return 0.9
    allowed = 1 if longer <= 6 else 2 if longer <= 10 else 3
    distance = OSA.distance(a, b, score_cutoff=allowed)
    return 0.0 if distance > allowed else 1 - 1.5 * distance / longer
