"""Reading: the columns of a manifest or register into names, with nothing left out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from safeconduct.screening.names.name import Name, Part, Token
from safeconduct.screening.names.normalising import strict, visible
from safeconduct.screening.names.particles import is_particle
from safeconduct.screening.names.scripts import Script, script_of

# What stands between two words. An apostrophe stands within one.
# A full stop stands between two words, but not in "M.ª".
_BETWEEN = re.compile(
    r"(?:[\s,\-\u2010-\u2015/\\()\[\]{}\"\u201c-\u201f\u00ab\u00bb\u00b7\u060c:_|+&*?!#<>~]"
    r"|\.(?![\u00aa\u00ba]))+"
)
_ALIASES = re.compile(
    r"[;@\u061b]|\(a\)|\b(?:a[./]?k[./]?a\.?|n[./]?k[./]?a\.?|alias|conocid[oa] como)(?=[\s:]|$)",
    re.IGNORECASE,
)
_AND = ("y", "e", "i")


def read_names(given: str | None, surnames: str | None, full: str | None) -> tuple[Name, ...]:
    """Every name that the three columns state.

    Args:
        given: given names; several aliases are separated by ``;``.
        surnames: surnames, likewise. The first given names belong to the first surnames, and so
            on; where one column has fewer, its first stands in for those that lack.
        full: whole names, likewise, "Given Surname", "SURNAME, Given" or "SURNAME Given". What
            stands after "alias", "a.k.a." or "@" is a name of its own.

    Returns:
        The names in the order written, each once whatever its order of words; none if nothing is
        written.
    """
    names = [*_from_parts(given or "", surnames or ""), *_from_full(full or "")]
    distinct: dict[tuple[str, ...], Name] = {}
    for name in names:
        if name.tokens:
            distinct.setdefault(tuple(sorted(token.strict for token in name.tokens)), name)
    return tuple(distinct.values())


def _from_parts(given: str, surnames: str) -> list[Name]:
    firsts, lasts = _aliases(given), _aliases(surnames)
    pairs = zip_longest(firsts, lasts)
    return [
        Name(
            _tokens(_words(next(iter(firsts), "") if first is None else first), Part.GIVEN)
            + _tokens(_words(next(iter(lasts), "") if last is None else last), Part.SURNAME)
        )
        for first, last in pairs
    ]


def _from_full(full: str) -> list[Name]:
    return [_whole(alias) for alias in _aliases(full)]


def _aliases(text: str) -> list[str]:
    return [alias for alias in _ALIASES.split(visible(text)) if alias.strip()] if text else []


def _whole(text: str) -> Name:
    surnames, comma, given = text.partition(",")
    if comma and _words(surnames) and _words(given):
        return Name(_tokens(_words(given), Part.GIVEN) + _tokens(_words(surnames), Part.SURNAME))
    words = _words(text)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    others = [word for word in words if word not in capitals]
    # Passports and manifests set the surname in capitals; a name all in capitals says nothing.
    if capitals and any(len(word) > 2 and word.upper() != word for word in others):
        return Name(_tokens(others, Part.GIVEN) + _tokens(capitals, Part.SURNAME))
    return Name(_tokens(words, Part.UNKNOWN))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if any(map(str.isalnum, word))]


def _tokens(words: list[str], part: Part) -> tuple[Token, ...]:
    last = len(words) - 1
    first = 1 if part is not Part.SURNAME else 0
    return tuple(
        _token(word, part, within=first <= place < last) for place, word in enumerate(words)
    )


@lru_cache(maxsize=65_536)
def _token(word: str, part: Part, *, within: bool) -> Token:
    normal = strict(word)
    script = script_of(normal)
    initial = len(normal) == 1 and script is not Script.UNKNOWN and word not in _AND
    return Token(
        text=word,
        strict=normal,
        part=part,
        script=script,
        is_particle=not initial and is_particle(normal, within=within),
        is_initial=initial,
    )
