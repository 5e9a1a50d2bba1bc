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
_BETWEEN = re.compile(
    r"[\s,.\-\u2010-\u2015/\\()\[\]{}\"\u201c-\u201f\u00ab\u00bb\u00b7\u060c:_|+&*?!#<>~]+"
)
_ALIASES = re.compile(
    r"[;\u061b]|\b(?:a\.?k\.?a\.?|alias|conocid[oa] como|\(a\))(?:\s|$)", re.IGNORECASE
)
_AND = ("y", "e", "i")


def read_names(given: str | None, surnames: str | None, full: str | None) -> tuple[Name, ...]:
    """Every name that the three columns state.

    Args:
        given: given names; several aliases are separated by ``;``.
        surnames: surnames, likewise. The first given names belong to the first surnames, and so
            on; where one column has fewer, its first stands in for those that lack.
        full: whole names, likewise, "Given Surname" or "SURNAME, Given". What stands after "alias"
            or "a.k.a." is a name of its own.

    Returns:
        Distinct names in the order written; none if nothing is written.
    """
    names = [*_from_parts(given or "", surnames or ""), *_from_full(full or "")]
    return tuple(dict.fromkeys(name for name in names if name.tokens))


def _from_parts(given: str, surnames: str) -> list[Name]:
    firsts, lasts = _aliases(given), _aliases(surnames)
    pairs = zip_longest(firsts, lasts)
    return [
        Name(
            _tokens(first if first is not None else next(iter(firsts), ""), Part.GIVEN)
            + _tokens(last if last is not None else next(iter(lasts), ""), Part.SURNAME)
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
        return Name(_tokens(given, Part.GIVEN) + _tokens(surnames, Part.SURNAME))
    words = _words(text)
    capitals = [_is_capitals(word) for word in words]
    if any(capitals) and not all(
        capital or not _has_case(word) for capital, word in zip(capitals, words, strict=True)
    ):
        return Name(
            tuple(
                _token(word, Part.SURNAME if capital else Part.GIVEN)
                for word, capital in zip(words, capitals, strict=True)
            )
        )
    return Name(_tokens(text, Part.UNKNOWN))


def _is_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _has_case(word: str) -> bool:
    return len(word) > 2 and word.upper() != word.lower()


def _tokens(text: str, part: Part) -> tuple[Token, ...]:
    return tuple(_token(word, part) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]


@lru_cache(maxsize=65_536)
def _token(word: str, part: Part) -> Token:
    normal = strict(word)
    script = script_of(normal)
    initial = len(normal) == 1 and script is not Script.UNKNOWN and word not in _AND
    return Token(
        text=word,
        strict=normal,
        part=part,
        script=script,
        is_particle=not initial and is_particle(normal),
        is_initial=initial,
    )
