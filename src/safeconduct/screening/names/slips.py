"""Slips: what a tired hand mistypes and what a scanner misreads."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import OSA, Editops, Levenshtein

from safeconduct.screening.names.families.book import listed_families
from safeconduct.screening.names.relation import Relation, RelationKind

_DIGITS = str.maketrans("0156824", "olsgbza")
_TOUCHING = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("i", "l"))
_LOOK_ALIKE = frozenset(map(frozenset, (
    "il", "ij", "lt", "oc", "ce", "uv", "vy", "nm", "nu", "hn", "bh", "hk", "fl", "rn",
    "gq", "pq", "ft", "dl",
)))  # fmt: skip
_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_NEIGHBOURS = frozenset(frozenset(pair) for row in _ROWS for pair in pairwise(row))

# What an edit costs. One edit of a word of six letters leaves a closeness of 2/3.
_SEEN_ALIKE, _NEAR_KEY, _DOUBLED, _SWAPPED, _OTHER = 0.5, 0.7, 0.5, 0.6, 1.0
_SHORTEST = 4
_SAME_TO_A_SCANNER = 0.9
# Two words that are both common names are less likely one name with a slip.
_BOTH_ARE_NAMES = 0.75


def without_digits(plain: str) -> str:
    """The word with the letters for which a scanner, or a finger, puts digits."""
    return plain if plain.isalpha() else plain.translate(_DIGITS)


def as_scanned(plain: str) -> str:
    """The word as it looks: letters for digits, and one letter for strokes that touch."""
    seen = without_digits(plain)
    for strokes, letter in _TOUCHING:
        seen = seen.replace(strokes, letter)
    return seen


def by_slip(a: str, b: str) -> Relation | None:
    """How one plain word may be the other with a few letters read or typed wrongly."""
    closeness = slip_closeness(a, b)
    return Relation(RelationKind.SLIP, closeness, "slip") if closeness > 0 else None


def slip_closeness(a: str, b: str) -> float:
    """How likely one plain word is the other with a few letters wrong; 0 where it is not.

    Words of three letters are too short to tell. Up to six letters one edit is allowed, up to ten
    two, above three; the fewer letters, the more each weighs.
    """
    longer = max(len(a), len(b))
    if min(len(a), len(b)) < _SHORTEST:
        return 0.0
    if as_scanned(a) == as_scanned(b):
        return _SAME_TO_A_SCANNER
    most = 1 if longer <= 6 else 2 if longer <= 10 else 3
    if OSA.distance(a, b, score_cutoff=most) > most:
        return 0.0
    closeness = 1 - 2 * _cost(a, b) / longer
    both_are_names = a in listed_families() and b in listed_families()
    return round(closeness * _BOTH_ARE_NAMES if both_are_names else closeness, 3)


def _cost(a: str, b: str) -> float:
    # From both sides, since two scripts of edits of one length may differ by where they begin.
    return min(_cost_of(Levenshtein.editops(a, b), a, b), _cost_of(Levenshtein.editops(b, a), b, a))


def _cost_of(edits: Editops, a: str, b: str) -> float:
    swapped = len(edits) - OSA.distance(a, b)
    costs = sorted(_cost_of_edit(edit.tag, edit.src_pos, edit.dest_pos, a, b) for edit in edits)
    # A swap of neighbours shows as two edits; it is counted as one.
    return sum(costs[: len(costs) - 2 * swapped]) + swapped * _SWAPPED


def _cost_of_edit(tag: str, at: int, to: int, a: str, b: str) -> float:
    if tag == "replace":
        return _cost_of_letter(a[at], b[to])
    word, place = (b, to) if tag == "insert" else (a, at)
    beside = word[max(0, place - 1) : place] + word[place + 1 : place + 2]
    return _DOUBLED if word[place] in beside else _OTHER


def _cost_of_letter(one: str, other: str) -> float:
    if frozenset((one, other)) in _LOOK_ALIKE:
        return _SEEN_ALIKE
    return _NEAR_KEY if frozenset((one, other)) in _NEIGHBOURS else _OTHER
