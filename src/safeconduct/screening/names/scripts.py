"""Scripts: in which letters a name is written, and which of them can be compared with others."""

from __future__ import annotations

import unicodedata
from collections import Counter
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """The script of a token."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    UNKNOWN = "unknown"
    """Written in letters that no rule here can read: never equal to, nor different from, a name
    in another script. Only the very same characters are the same word."""


_BY_UNICODE_NAME = {
    "LATIN": Script.LATIN,
    "CYRILLIC": Script.CYRILLIC,
    "GREEK": Script.GREEK,
    "ARABIC": Script.ARABIC,
}


@lru_cache(maxsize=65_536)
def script_of(word: str) -> Script:
    """The script of most letters of a word; digits and marks have none.

    A word without letters is `Script.UNKNOWN`.
    """
    if word.isascii():
        return Script.LATIN if any(c.isalpha() for c in word) else Script.UNKNOWN
    counted = Counter(letter_script(letter) for letter in word if letter.isalpha())
    return counted.most_common(1)[0][0] if counted else Script.UNKNOWN


def letter_script(letter: str) -> Script:
    """The script of one letter, as its name in Unicode says."""
    if letter.isascii():
        return Script.LATIN
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _BY_UNICODE_NAME.get(first, Script.UNKNOWN)
