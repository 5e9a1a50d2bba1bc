"""Identifiers: numbers filed whole, and with each of their characters taken out.

Two numbers that agree after one character is taken from each share a key, which covers a character
that is wrong, missing, added, or exchanged with its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeconduct.screening.identifiers import SHORTEST_FOR_A_SLIP

IDENTIFIER, IDENTIFIER_SLIP = "identifier", "identifier-slip"
IDENTIFIER_FAMILIES = (IDENTIFIER, IDENTIFIER_SLIP)


def identifier_keys(identifier: str) -> Iterator[str]:
    """The keys under which a number is filed and looked up."""
    yield identifier
    if len(identifier) >= SHORTEST_FOR_A_SLIP:
        for place in range(len(identifier)):
            if place == 0 or identifier[place] != identifier[place - 1]:
                yield identifier[:place] + identifier[place + 1 :]
