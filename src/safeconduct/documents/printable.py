"""Characters that the embedded typefaces can set; any other is spelled by its number.

A document of the archival standard may not hold a character without a shape, and a character
that changes the direction or the breaking of text may not pass unseen.
"""

from __future__ import annotations

import unicodedata

RANGES = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x00AC),
    (0x00AE, 0x024F),  # all but the soft hyphen, which shows only at the end of a line
    (0x0391, 0x03A1),  # Greek
    (0x03A3, 0x03FF),
    (0x0400, 0x0482),  # Cyrillic
    (0x048A, 0x04FF),
    (0x1E00, 0x1EFF),  # Latin of Vietnamese and others
    (0x2010, 0x2027),  # dashes and quotation marks
    (0x2030, 0x203E),
    (0x20A0, 0x20BF),  # currencies
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # operators
    (0x2713, 0x2714),
    (0x2717, 0x2718),
)

LONGEST = 4_000
"""Characters of one text. Nothing that a document says is longer; a hostile cell may be."""


def printable(text: str) -> str:
    """The text in characters that can be set, line breaks as blanks, cut where it has no end."""
    composed = unicodedata.normalize("NFC", " ".join(text.splitlines()))
    shown = composed if len(composed) <= LONGEST else composed[: LONGEST - 1] + "…"
    return "".join(one if _is_set(one) else f"[U+{ord(one):04X}]" for one in shown)


def _is_set(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in RANGES)
