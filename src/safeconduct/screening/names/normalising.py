"""Normalising: what no reader sees must not make two words of one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from safeconduct.screening.names.letters.look_alikes import in_one_script

# Written as an accent of its own, as a quotation mark or as a letter for the glottal stop; and the
# full stop that is left in "M.ª".
_WITHIN = re.compile("['`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u02c8\u2032\uff07]")


@lru_cache(maxsize=65_536)
def strict(word: str) -> str:
    """The word in compatibility form and lower case, in one script.

    Invisible characters (zero-width, right-to-left marks, tatweel), apostrophes, full stops and
    look-alike letters of another script are gone; accents stay.
    """
    if word.isascii():
        return _WITHIN.sub("", word.lower())
    seen = _WITHIN.sub("", visible(word))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    # Some compatibility forms hold spaces, which would make two words of one.
    joined = "".join(folded.replace("\u0640", "").split())
    return unicodedata.normalize("NFKC", in_one_script(joined))


def visible(text: str) -> str:
    """The text without characters that nobody sees: those of Unicode's class "format"."""
    if text.isascii():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
