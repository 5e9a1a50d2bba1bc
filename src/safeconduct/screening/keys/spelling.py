"""Spelling: words that are written alike once marks, scripts and languages are set aside."""

from __future__ import annotations

from safeconduct.screening.keys.family import Family, Sides, both
from safeconduct.screening.names import Forms, Token


def _keys(token: Token, forms: Forms) -> Sides:
    return both((token.strict, *forms.loose))


SPELLING = Family("spelling", 1.0, _keys)
