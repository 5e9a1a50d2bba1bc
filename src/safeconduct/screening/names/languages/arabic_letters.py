"""Arabic in its own letters: long vowels are written, short ones are not."""

from __future__ import annotations

import re
from functools import lru_cache

from safeconduct.screening.names.languages.arabic import ARABIC

_SHORT = "[aiu]?"
_LONG = {"a": "[ai]", "i": "[iy]", "y": "[iy]", "u": "[uw]", "w": "[uw]"}


def arabic_reads_as(unvocalised: str, latin: str) -> bool:
    """Whether a Latin spelling can be the sound of a word in Arabic letters.

    Args:
        unvocalised: the word out of Arabic letters, letter by letter: ``mhmwd``.
        latin: the other word in plain Latin letters: ``mahmoud``.
    """
    patterns = [_sounds(way) for way in ARABIC.canonical(unvocalised)]
    ways = ARABIC.canonical(latin)
    return any(pattern and pattern.fullmatch(way) for pattern in patterns for way in ways)


@lru_cache(maxsize=4_096)
def _sounds(unvocalised: str) -> re.Pattern[str] | None:
    # With a single consonant the vowels that are not written would leave nothing to compare.
    if sum(letter not in _LONG for letter in unvocalised) < 2:
        return None
    letters = [_LONG.get(letter, letter) for letter in unvocalised]
    if unvocalised.startswith("a"):
        letters[0] = "[aiuy]"
    return re.compile(_SHORT + _SHORT.join(letters) + _SHORT)
