"""Forms: everything that a word may also be written as, for keys and for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from safeconduct.screening.names.families.book import listed_families
from safeconduct.screening.names.languages.albanian import ALBANIAN
from safeconduct.screening.names.languages.arabic import ARABIC
from safeconduct.screening.names.languages.nordic import NORDIC
from safeconduct.screening.names.languages.orthography import Orthography
from safeconduct.screening.names.languages.portuguese import PORTUGUESE
from safeconduct.screening.names.languages.slavic import SLAVIC
from safeconduct.screening.names.languages.spanish import SPANISH
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.slips import without_digits

ORTHOGRAPHIES: tuple[Orthography, ...] = (SPANISH, PORTUGUESE, NORDIC, SLAVIC, ALBANIAN, ARABIC)

# Weak letters fall away; letters that some rule writes for one another become one.
_COARSE = str.maketrans("bvfpcszxkgqdt", "bbbbsssskkktt", "aeiouyjwh")


@dataclass(frozen=True, slots=True)
class Forms:
    """What a word may also be written as.

    Words that relate by spelling, transliteration, nickname or family share at least one form.

    Attributes:
        loose: canonical spellings, after marks, transliteration and the rules of each language.
        classes: families that the word belongs to: nicknames, gendered forms, patronymics.
        skeletons: coarse keys: the consonants of each canonical spelling, sounds that are written
            for one another taken together. A word of too few consonants has its spellings.
    """

    loose: frozenset[str]
    classes: frozenset[str]
    skeletons: frozenset[str]


@lru_cache(maxsize=65_536)
def forms(strict: str) -> Forms:
    """The forms of a normalised word. A word in an unknown script has none but itself."""
    plain = tuple(dict.fromkeys(without_digits(word) for word in readings(strict)))
    if not plain:
        only = frozenset({strict})
        return Forms(only, frozenset(), only)
    loose = frozenset(plain).union(*(canonical_spellings(word) for word in plain))
    listed = listed_families()
    classes = frozenset().union(*(listed.get(word, frozenset()) for word in plain))
    return Forms(loose, classes, frozenset(map(_skeleton, loose)))


@lru_cache(maxsize=65_536)
def canonical_spellings(plain: str) -> frozenset[str]:
    """The canonical spellings of a plain word in every language."""
    return frozenset(word for orthography in ORTHOGRAPHIES for word in orthography.canonical(plain))


def _skeleton(spelling: str) -> str:
    coarse = spelling.translate(_COARSE)
    return coarse if len(coarse) > 1 else spelling
