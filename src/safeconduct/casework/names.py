"""New keys, free of meaning: random ones, and counted ones for a story that is always the same."""

from __future__ import annotations

import secrets
from collections import Counter

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are mistaken for one another on paper."""

LENGTH = 12
CASE = "case"


class RandomNames:
    """Keys that nobody can guess."""

    def new(self, kind: str) -> str:
        """A prefix and 12 random letters; for a case, 128 random bits."""
        if kind == CASE:
            return secrets.token_hex(16)
        return f"{kind}-{''.join(secrets.choice(_LETTERS) for _ in range(LENGTH))}"


class CountedNames:
    """Keys that are counted, so that a story told twice is the same."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def new(self, kind: str) -> str:
        """A prefix and the next number of its kind."""
        self._counted[kind] += 1
        return f"{kind}-{self._counted[kind]:05d}"
