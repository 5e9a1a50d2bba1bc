"""Initial: a letter in the register that stands for a name of the manifest.

A letter in the manifest stands for a tenth of the register and finds nobody by itself; the other
words of its name and the date do.
"""

from __future__ import annotations

from safeconduct.screening.keys.family import Family, Sides
from safeconduct.screening.names import Forms, Token


def _keys(token: Token, forms: Forms) -> Sides:
    if token.is_initial:
        return Sides({token.strict, *forms.loose}, ())
    return Sides((), {word[0] for word in (token.strict, *forms.loose) if word})


INITIAL = Family("initial", 0.3, _keys)
