"""Relating: in what way, if any, two words may be the same part of one person's name."""

from __future__ import annotations

from functools import lru_cache

from safeconduct.screening.names.forms import ORTHOGRAPHIES, forms
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.name import Token
from safeconduct.screening.names.relation import Relation, RelationKind
from safeconduct.screening.names.scripts import Script, script_of
from safeconduct.screening.names.slips import slip_closeness

EQUAL = Relation(RelationKind.EQUAL, 1.0, "equal")
MARKS = Relation(RelationKind.SPELLING, 0.99, "marks")
LETTERS = Relation(RelationKind.TRANSLITERATION, 0.98, "letters")
NICKNAME = Relation(RelationKind.NICKNAME, 0.85, "nickname")
INITIAL = Relation(RelationKind.INITIAL, 0.5, "initial")


def relate(a: Token, b: Token) -> Relation | None:
    """The closest relation of two words, the same from both sides; none if no rule relates them."""
    first, second = a.strict, b.strict
    return _related(first, second) if first <= second else _related(second, first)


def comparable(a: Token, b: Token) -> bool:
    """Whether the rules can say anything of two words.

    Where they cannot (one is in an unknown script), that `relate` finds nothing says nothing.
    """
    return a.strict == b.strict or Script.UNKNOWN not in (a.script, b.script)


@lru_cache(maxsize=131_072)
def _related(a: str, b: str) -> Relation | None:
    if a == b:
        return EQUAL
    plain_a, plain_b = readings(a), readings(b)
    if not (plain_a and plain_b):
        return None
    if len(a) == 1 or len(b) == 1:
        return INITIAL if {w[:1] for w in plain_a} & {w[:1] for w in plain_b} else None
    across = script_of(a) is not script_of(b)
    if not set(plain_a).isdisjoint(plain_b):
        return LETTERS if across else MARKS
    if not forms(a).classes.isdisjoint(forms(b).classes):
        return NICKNAME
    return _by_spelling(plain_a, plain_b, across=across) or _by_slip(plain_a, plain_b)


def _by_spelling(a: tuple[str, ...], b: tuple[str, ...], *, across: bool) -> Relation | None:
    for orthography in ORTHOGRAPHIES:
        ways = {way for word in a for way in orthography.canonical(word)}
        if any(way in ways for word in b for way in orthography.canonical(word)):
            foreign = across or orthography.rule in ("arabic", "slavic")
            kind = RelationKind.TRANSLITERATION if foreign else RelationKind.SPELLING
            return Relation(kind, 0.93, orthography.rule)
    return None


def _by_slip(a: tuple[str, ...], b: tuple[str, ...]) -> Relation | None:
    closeness = max(slip_closeness(one, other) for one in a for other in b)
    return Relation(RelationKind.SLIP, closeness, "slip") if closeness > 0 else None
