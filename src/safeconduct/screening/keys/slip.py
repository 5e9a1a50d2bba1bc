"""Slip: words a few letters apart, for every slip that `safeconduct.screening.names` relates.

Words that agree after letters are taken from each share a key, which covers a letter that is wrong,
missing, added, or exchanged with its neighbour. One letter is taken from short words and two from
longer ones. Of the longest, three slips leave one end with at most one, so that the ends are filed.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.screening.keys.family import Family, Sides, both
from safeconduct.screening.names import Forms, Token
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.slips import as_scanned, without_digits

SHORTEST = 3
"""Below this length nearly every word is one letter from another; dates and other words find it."""

LONGEST_FOR_ONE, LONGEST_FOR_TWO = 6, 10
"""Up to which length a word is filed with one letter taken out, and with two."""

END = 5
"""Letters of each end of the longest words."""


def _keys(token: Token, forms: Forms) -> Sides:
    del forms
    words = {without_digits(word) for word in readings(token.strict) if len(word) >= SHORTEST}
    return both(key for word in words for key in _of_word(word))


def _of_word(word: str) -> Iterator[str]:
    yield f"~{as_scanned(word)}"
    yield from _without_one(word)
    # Words of neighbouring lengths must share their keys, so that each limit is overstepped by two.
    if LONGEST_FOR_ONE - 1 <= len(word) <= LONGEST_FOR_TWO + 2:
        yield from {key for shorter in _without_one(word) for key in _without_one(shorter)}
    if len(word) > LONGEST_FOR_TWO - 2:
        yield from (f"^{key}" for key in _without_one(word[:END]))
        yield from (f"{key}$" for key in _without_one(word[-END:]))


def _without_one(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


SLIP = Family("slip", 0.9, _keys)
