"""Citations: four keys that stand flat beside the term that they cite for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from safeconduct.agreement.citation import Citation, Grade, Words
from safeconduct.agreement.loading.context import Context
from safeconduct.agreement.loading.records import Field, Group, refuse_missing
from safeconduct.agreement.loading.texts import CLAUSE, ID, word_of
from safeconduct.agreement.loading.tree import Mapping
from safeconduct.agreement.loading.words import WORDS
from safeconduct.basics import ClauseRef, Message

T = TypeVar("T")

_CLAUSE = Field("clause", CLAUSE, "The clause, as its source numbers it in its clause index.")
_INHERITED_CLAUSE = Field(
    "clause", CLAUSE, "The clause; without it, that of what this stands in.", absent=None
)
_SOURCE = Field("source", ID, "The source that holds the clause; the first one unless told.", None)
_GRADE = Field(
    "grade", word_of(Grade), "How the term is known; as its source is, unless told.", None
)
_WHY = Field(
    "why", WORDS, "For an assumed term: what the source leaves open, and why this.", absent=None
)


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value with the citation that says so."""

    value: T
    citation: Citation


def _read_own(node: Mapping, context: Context) -> Citation | None:
    if node.entry("clause") is None:
        refuse_missing(_CLAUSE, node, context)
    read = _Parts.read(node, context)
    if read is None or read.clause is None:
        return None
    known = context.sources or {}
    source = read.source or next(iter(known), "")
    grade = read.grade or known.get(source, Grade.TEXT)
    return _noted(Citation(read.clause, source, grade, read.why), node, context)


def _read_own_or_inherited(node: Mapping, context: Context) -> Citation | None:
    around = context.citation
    if node.entry("clause") is not None or around is None:
        return _read_own(node, context)
    read = _Parts.read(node, context)
    if read is None:
        return None
    source = node.entry("source")
    if source is not None:
        context.refuse(source.key, Message.of("agreement.source-without-clause"))
        return None
    if read.grade is None and read.why is None:
        return around
    return _noted(replace(around, grade=read.grade or around.grade, why=read.why), node, context)


def _noted(citation: Citation, node: Mapping, context: Context) -> Citation:
    if context.sources is not None:
        context.draft.note(citation, node)
    return citation


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is written of a citation; None for each part that is not."""

    clause: ClauseRef | None
    source: str | None
    grade: Grade | None
    why: Words | None

    @classmethod
    def read(cls, node: Mapping, context: Context) -> _Parts | None:
        """The parts, or None where one that is written cannot be read."""
        values: dict[str, Any] = {}
        for field in (_CLAUSE, _SOURCE, _GRADE, _WHY):
            entry = node.entry(field.key)
            values[field.key] = entry and field.reader.read(entry.value, context)
            if entry is not None and values[field.key] is None:
                return None
        return cls(**values)


CITED = Group((_CLAUSE, _SOURCE, _GRADE, _WHY), _read_own, "citation", Context.resting_on)
"""The citation of a record; what stands inside rests on it unless it cites for itself."""

CITED_OR_INHERITED = Group(
    (_INHERITED_CLAUSE, _SOURCE, _GRADE, _WHY), _read_own_or_inherited, "citation"
)
"""The citation of a value that may rest on the one around it: without a clause of its own it keeps
that clause and source, and may still state a lesser grade and why."""
