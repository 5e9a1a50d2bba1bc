"""Look-alike letters: a word that mixes scripts is read in the script of most of its letters."""

from __future__ import annotations

from collections import Counter
from functools import cache

from safeconduct.screening.names.letters.tables import table
from safeconduct.screening.names.scripts import Script, letter_script


def in_one_script(word: str) -> str:
    """The word with look-alikes of another script put back into its own.

    Only a word that mixes scripts is changed, and is given in lower case: a Cyrillic letter in a
    Latin word becomes the Latin one like it. What looks like no letter of the script stays.
    """
    counted = Counter(letter_script(letter) for letter in word if letter.isalpha())
    if len(counted) < 2:
        return word
    own = max(counted, key=lambda script: (counted[script], script is Script.LATIN))
    return word.translate(_into(own))


@cache
def _into(script: Script) -> dict[int, str]:
    alike = table("look-alikes")
    if script is Script.LATIN:
        return {ord(other): latin for letters in alike.values() for latin, other in letters.items()}
    if script.value in alike:
        return {ord(latin): other for latin, other in alike[script.value].items()}
    return {}
