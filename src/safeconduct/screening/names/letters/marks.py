"""Marks: accents, cedillas and strokes are the first thing that a register loses."""

from __future__ import annotations

import unicodedata
from functools import cache

from safeconduct.screening.names.letters.tables import table


def without_marks(word: str) -> str:
    """The word with every mark taken off, and each Latin letter of its own by its nearest."""
    if word.isascii():
        return word
    spread = unicodedata.normalize("NFD", word.translate(_nearest()))
    return "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")


@cache
def _nearest() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in table("latin")["nearest"].items()}
