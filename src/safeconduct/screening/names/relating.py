"""Relating: in what way, if any, two words may be the same part of one person's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from safeconduct.screening.names.families.book import by_family, keys_of_lists
from safeconduct.screening.names.forms import ORTHOGRAPHIES, forms, spellings_by_rule
from safeconduct.screening.names.languages.arabic_letters import arabic_reads_as
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.name import Token
from safeconduct.screening.names.relation import Relation, RelationKind
from safeconduct.screening.names.scripts import Script, script_of
from safeconduct.screening.names.slips import by_slip

EQUAL = Relation(RelationKind.EQUAL, 1.0, "equal")
MARKS = Relation(RelationKind.SPELLING, 0.99, "marks")
LETTERS = Relation(RelationKind.TRANSLITERATION, 0.98, "letters")
INITIAL = Relation(RelationKind.INITIAL, 0.5, "initial")
INITIAL_AS_SPELLED = Relation(RelationKind.INITIAL, 0.4, "initial-as-spelled")
ARABIC_LETTERS = Relation(RelationKind.TRANSLITERATION, 0.88, "arabic-letters")

# By the rule that a shared class begins with; what the lists relate is theirs to say.
_BY_CLASS = {
    "albanian-ending": Relation(RelationKind.FAMILY, 0.85, "albanian-ending"),
    "slavic-surname": Relation(RelationKind.FAMILY, 0.88, "slavic-surname"),
    "slavic-patronymic": Relation(RelationKind.FAMILY, 0.7, "slavic-patronymic"),
    "nordic-patronymic": Relation(RelationKind.FAMILY, 0.7, "nordic-patronymic"),
    "greek-surname": Relation(RelationKind.FAMILY, 0.88, "greek-surname"),
}
_JOINED = Relation(RelationKind.JOINED, 0.85, "joined")
_FROM_ANOTHER_SCRIPT = ("arabic", "slavic")


def relate(a: Token, b: Token) -> Relation | None:
    """The closest relation of two words, the same from both sides; none if no rule relates them.

    That nothing relates them says something only where they are `comparable`.
    """
    first, second = a.strict, b.strict
    return _related(first, second) if first <= second else _related(second, first)


def comparable(a: Token, b: Token) -> bool:
    """Whether the rules can say anything of two words.

    Where one is in an unknown script they cannot: the two are neither the same nor different,
    unless they are written with the very same characters.
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
        return _by_initial(a, b)
    if not set(plain_a).isdisjoint(plain_b):
        return MARKS if script_of(a) is script_of(b) else LETTERS
    return max(
        _relations(a, b, plain_a, plain_b),
        key=lambda relation: (relation.closeness, relation.rule),
        default=None,
    )


def _relations(
    a: str, b: str, plain_a: tuple[str, ...], plain_b: tuple[str, ...]
) -> Iterator[Relation]:
    if family := by_family(a, b):
        yield family
    yield from _by_class(a, b, {*plain_a, *plain_b, *keys_of_lists(a), *keys_of_lists(b)})
    yield from _by_spelling(plain_a, plain_b, across=script_of(a) is not script_of(b))
    if _by_arabic_letters(a, b):
        yield ARABIC_LETTERS
    for one, other in product(plain_a, plain_b):
        if slip := by_slip(one, other):
            yield slip


def _by_initial(a: str, b: str) -> Relation | None:
    letters = {word[0] for word in readings(a)}, {word[0] for word in readings(b)}
    if not letters[0].isdisjoint(letters[1]):
        return INITIAL
    spelled = {word[0] for word in forms(a).loose}, {word[0] for word in forms(b).loose}
    return None if spelled[0].isdisjoint(spelled[1]) else INITIAL_AS_SPELLED


def _by_class(a: str, b: str, words: set[str]) -> Iterator[Relation]:
    for family in forms(a).classes & forms(b).classes:
        rule, _, name = family.partition(":")
        if rule in _BY_CLASS:
            yield _BY_CLASS[rule]
        # Two words that both hold a third, as "Mariacarmen" and "Anacarmen", are not one name.
        if rule == "joined" and name in words:
            yield _JOINED


def _by_spelling(a: tuple[str, ...], b: tuple[str, ...], *, across: bool) -> Iterator[Relation]:
    for orthography, one, other in zip(ORTHOGRAPHIES, _by_rule(a), _by_rule(b), strict=True):
        if not one.isdisjoint(other):
            foreign = across or orthography.rule in _FROM_ANOTHER_SCRIPT
            kind = RelationKind.TRANSLITERATION if foreign else RelationKind.SPELLING
            yield Relation(kind, orthography.closeness, orthography.rule)
            return


def _by_rule(plain: tuple[str, ...]) -> list[set[str]]:
    """The canonical spellings of all readings of a word, rule by rule."""
    return [
        set().union(*spellings) for spellings in zip(*map(spellings_by_rule, plain), strict=True)
    ]


def _by_arabic_letters(a: str, b: str) -> bool:
    if (script_of(a) is Script.ARABIC) is (script_of(b) is Script.ARABIC):
        return False
    arabic, other = (a, b) if script_of(a) is Script.ARABIC else (b, a)
    pairs = product(readings(arabic), readings(other))
    return any(arabic_reads_as(unvocalised, latin) for unvocalised, latin in pairs)
