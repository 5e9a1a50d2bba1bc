"""Forms: everything that a word may also be written as, for keys and for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from safeconduct.screening.names.families.book import keys_of_lists, listed_families
from safeconduct.screening.names.families.endings import families_by_ending
from safeconduct.screening.names.joined import words_held
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
        classes: families that the word belongs to, as ``RULE:name``: nicknames, forms of a surname
            or patronymic, words that hold it or that it holds.
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
    by_rule = (spellings for word in plain for spellings in spellings_by_rule(word))
    loose = frozenset(plain).union(*by_rule)
    return Forms(loose, _classes(strict, plain), frozenset(map(_skeleton, loose)))


def _classes(strict: str, plain: tuple[str, ...]) -> frozenset[str]:
    listed = listed_families()
    by_list = frozenset[str]().union(*(listed.get(w, frozenset()) for w in keys_of_lists(strict)))
    by_ending = (family for word in plain for family in families_by_ending(word))
    words = {*plain, *keys_of_lists(strict)}
    held = (f"joined:{part}" for word in words for part in (word, *words_held(word)))
    return by_list.union(by_ending, held)


@lru_cache(maxsize=32_768)
def spellings_by_rule(plain: str) -> tuple[tuple[str, ...], ...]:
    """The canonical spellings of a plain word, for each of `ORTHOGRAPHIES` in their order."""
    return tuple(orthography.canonical(plain) for orthography in ORTHOGRAPHIES)


def _skeleton(spelling: str) -> str:
    coarse = spelling.translate(_COARSE)
    return coarse if len(coarse) > 1 else spelling
