"""Skeleton: words that sound or look alike once vowels and doubled letters are set aside."""

from __future__ import annotations

from safeconduct.screening.keys.family import Family, Sides, both
from safeconduct.screening.names import Forms, Token


def _keys(token: Token, forms: Forms) -> Sides:
    del token
    return both(forms.skeletons)


SKELETON = Family("skeleton", 0.9, _keys)
