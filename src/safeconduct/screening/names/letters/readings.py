"""Readings: a word of any script that is known here, in plain Latin letters."""

from __future__ import annotations

from functools import cache, lru_cache

from safeconduct.screening.names.letters.marks import without_marks
from safeconduct.screening.names.letters.tables import flat_table, table
from safeconduct.screening.names.scripts import Script, script_of


@lru_cache(maxsize=65_536)
def readings(strict: str) -> tuple[str, ...]:
    """Every reading of a word in plain Latin letters, the most usual first.

    A Latin word is read without its marks, and with letters written out that keyboards lack
    (Björn, Bjoern); a Cyrillic word as each language reads it. A word in an unknown script, or of
    figures alone, has none.
    """
    return tuple(dict.fromkeys(filter(None, _read(strict))))


def _read(strict: str) -> tuple[str, ...]:
    match script_of(strict):
        case Script.LATIN if strict.isascii():
            return (strict,)
        case Script.LATIN:
            return without_marks(strict), without_marks(strict.translate(_written_out()))
        case Script.CYRILLIC:
            return tuple(without_marks(strict.translate(letters)) for letters in _cyrillic())
        case Script.GREEK:
            return (_greek(without_marks(strict)),)
        case Script.ARABIC:
            return _arabic(without_marks(strict))
        case _:
            return ()


@cache
def _written_out() -> dict[int, str]:
    return _by_code_point(table("latin")["otherwise"])


@cache
def _cyrillic() -> tuple[dict[int, str], ...]:
    letters = table("cyrillic")
    languages = [{}, *(letters[name] for name in letters if name != "common")]
    return tuple(_by_code_point(letters["common"] | language) for language in languages)


@cache
def _arabic_letters() -> dict[int, str]:
    return _by_code_point(flat_table("arabic"))


def _arabic(word: str) -> tuple[str, ...]:
    # The article is written onto the word: "الحسن" is al-Hasan, and is Hasan.
    read = word.translate(_arabic_letters())
    return (read, read[2:]) if read.startswith("al") and len(read) > 4 else (read,)


@cache
def _greek_letters() -> dict[int, str]:
    return _by_code_point(table("greek")["letters"])


def _greek(word: str) -> str:
    for pair, latin in table("greek")["pairs"].items():
        word = word.replace(pair, latin)
    return word.translate(_greek_letters())


def _by_code_point(letters: dict[str, str]) -> dict[int, str]:
    return {ord(letter): latin for letter, latin in letters.items()}
