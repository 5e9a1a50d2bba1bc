"""How the loader states an error: a sentence and the place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from safeconduct.basics import Finding, Location, Message, Severity

LONGEST_QUOTE = 60
SHORTEST_PART = 4
MOST_WORDS = 1000
MOST_FINDINGS = 200
"""A file with more errors than this is not an agreement; the first ones say so."""


def error(message: Message, location: Location) -> Finding:
    """A finding that keeps the agreement from being loaded."""
    return Finding(message, Severity.ERROR, location)


def quote(text: str) -> str:
    """What the file says, cut to what fits in one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"


def listing(words: Iterable[str]) -> str:
    """The words that would be right, as one text."""
    return ", ".join(words)


def nearest(text: str, words: Iterable[str]) -> str:
    """The word that was most likely meant: one that contains the text, or looks like it.

    Empty where none does.
    """
    if len(text) > LONGEST_QUOTE:
        return ""
    known = list(words)
    if len(known) > MOST_WORDS:
        return ""
    containing = [word for word in known if len(text) >= SHORTEST_PART and text in word]
    return next(iter(containing or get_close_matches(text, known, n=1)), "")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the file, each once, cut at ``MOST_FINDINGS``."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=_position)[:MOST_FINDINGS])


def _position(finding: Finding) -> tuple[int, int, str]:
    column = finding.location.column
    return finding.location.line or 0, column if isinstance(column, int) else 0, finding.code
