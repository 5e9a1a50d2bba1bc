"""Characters that a terminal would obey, or that hide others, spelled by their numbers.

An identifier in somebody's file may hold a terminal's commands, a line break that forges a second
finding, a mark that turns the direction of what follows, or one that has no width, by which two
identifiers differ that look alike.
"""

from __future__ import annotations

import unicodedata

_OBEYED = ("Cc", "Cs", "Zl", "Zp")
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_WIDTHLESS = "\u00ad\u200b\u2060\ufeff"


def visible(text: str) -> str:
    """The text with each such character as ``[U+001B]``; any other as it is."""
    if text.isprintable():
        return text
    return "".join(f"[U+{ord(one):04X}]" if _is_hidden(one) else one for one in text)


def _is_hidden(character: str) -> bool:
    return character in _TURNING + _WIDTHLESS or unicodedata.category(character) in _OBEYED
