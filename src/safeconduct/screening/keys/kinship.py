"""Kinship: familiar forms of one name, forms of one surname or patronymic, words held in others."""

from __future__ import annotations

from safeconduct.screening.keys.family import Family, Sides, both
from safeconduct.screening.names import Forms, Token


def _keys(token: Token, forms: Forms) -> Sides:
    del token
    return both(forms.classes)


KINSHIP = Family("kinship", 0.95, _keys)
