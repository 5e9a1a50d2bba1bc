"""Citations: where a term stands, and how well its source is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.basics import ClauseRef


class Grade(StrEnum):
    """How a term is known, best first."""

    TEXT = "text"
    """The full text was read."""

    PART = "part"
    """A primary source was read in part."""

    PRESS = "press"
    """Press or another secondary source says so."""

    ASSUMED = "assumed"
    """The source is silent; whoever encoded the agreement says what was assumed, and why."""


@dataclass(frozen=True, slots=True)
class Words:
    """A short text in the languages of the product."""

    en: str
    es: str

    def in_language(self, lang: str) -> str:
        """The text in Spanish where asked for, else in English."""
        return self.es if lang == "es" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """A document that terms are read from.

    Attributes:
        id: short name by which terms cite it; ``text`` is the usual name of the main one.
        title: the document's own title.
        dated: its day, where known.
        grade: the best grade that a term citing it can have.
        where: where it can be read (an address or a reference).
        clauses: clause index: reference, e.g. ``26(2)``, to what the clause is about. A source
            read from the press has entries such as ``report of 25 Mar 2025``.
    """

    id: str
    title: str
    dated: date | None
    grade: Grade
    where: str
    clauses: Mapping[ClauseRef, Words]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a term stands.

    Attributes:
        clause: the clause, as its source numbers it.
        source: id of the source.
        grade: how the term is known. Never better than the source's grade.
        why: for an assumed term, what the source leaves open and why this was assumed.
    """

    clause: ClauseRef
    source: str
    grade: Grade
    why: Words | None = None

    def __str__(self) -> str:
        return self.clause


@dataclass(frozen=True, slots=True)
class NotFound:
    """Something a reader would look for that the sources held do not say."""

    what: Words
