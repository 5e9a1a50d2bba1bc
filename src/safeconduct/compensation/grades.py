"""Grades: how well the worst-known term is known that a line rests on."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.agreement.citation import Citation, Grade

BEST_FIRST = (Grade.TEXT, Grade.PART, Grade.PRESS, Grade.ASSUMED)


def worst(citations: Iterable[Citation]) -> Grade:
    """The worst grade among the citations."""
    return max((citation.grade for citation in citations), key=BEST_FIRST.index)


def assumptions(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The assumed terms among the citations, each once, in order."""
    return tuple(dict.fromkeys(one for one in citations if one.grade is Grade.ASSUMED))
