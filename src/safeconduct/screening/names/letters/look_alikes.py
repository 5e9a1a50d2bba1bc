"""Look-alike letters: a word that mixes scripts is read in one of them."""

from __future__ import annotations

from collections import Counter
from functools import cache

from safeconduct.screening.names.letters.tables import table
from safeconduct.screening.names.scripts import Script, letter_script


def in_one_script(word: str) -> str:
    """The word with look-alikes of another script put back into its own.

    Only a word that mixes scripts is changed, and is given in lower case: a Cyrillic letter in a
    Latin word becomes the Latin one like it. The script is the one that the whole word can be put
    into; failing that, the one of most of its letters, and what looks like none of it stays.
    """
    counted = Counter(letter_script(letter) for letter in word if letter.isalpha())
    if len(counted) < 2:
        return word
    tried = [word.translate(_into(script)) for script, _ in counted.most_common()]
    whole = [each for each in tried if len({letter_script(c) for c in each if c.isalpha()}) == 1]
    return (whole or tried)[0]


@cache
def _into(script: Script) -> dict[int, str]:
    alike = table("look-alikes")
    if script is Script.LATIN:
        return {ord(other): latin for letters in alike.values() for latin, other in letters.items()}
    if script.value in alike:
        return {ord(latin): other for latin, other in alike[script.value].items()}
    return {}
