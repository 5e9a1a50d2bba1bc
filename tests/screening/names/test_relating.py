"""What relates two words, case by case: `cases/*.yaml` holds the pairs, a file for each rule."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from safeconduct.screening.names import Part, RelationKind, Token, read_names, relate

CASES = Path(__file__).parent / "cases"
NOT_THE_SAME = "not the same"
# What is a spelling to one language is a transliteration to another.
ONE_WORD = {RelationKind.SPELLING, RelationKind.TRANSLITERATION}
# A reviewer sees such a pair far down the list, if other things agree.
DOUBTFUL = 0.75


def word(written: str) -> Token:
    """The word, as it is read from a column of given names."""
    (name,) = read_names(written, None, None)
    (token,) = name.tokens
    return token


def pairs() -> list[tuple[str, str, str, str]]:
    """Rule file, kind, and the two words of every case."""
    return [
        (path.stem, kind, one, other)
        for path in sorted(CASES.glob("*.yaml"))
        for kind, cases in yaml.safe_load(path.read_text("utf-8")).items()
        for one, other in cases
    ]


RELATED = [case for case in pairs() if case[1] != NOT_THE_SAME]
UNRELATED = [case for case in pairs() if case[1] == NOT_THE_SAME]


@pytest.mark.parametrize(("rule", "kind", "one", "other"), RELATED)
def test_two_words_are_related_as_a_native_reader_says(
    rule: str, kind: str, one: str, other: str
) -> None:
    relation = relate(word(one), word(other))
    assert relation is not None
    expected = RelationKind(kind)
    assert relation.kind in (ONE_WORD if expected in ONE_WORD else {expected})


@pytest.mark.parametrize(("rule", "kind", "one", "other"), UNRELATED)
def test_two_names_that_are_easily_confused_are_told_apart(
    rule: str, kind: str, one: str, other: str
) -> None:
    relation = relate(word(one), word(other))
    if relation is not None:
        assert relation.kind is RelationKind.SLIP
        assert relation.closeness < DOUBTFUL


def test_a_word_of_another_part_of_the_name_is_the_same_word() -> None:
    (swapped,) = read_names(None, "Juan", None)
    assert swapped.tokens[0].part is Part.SURNAME
    relation = relate(word("Juan"), swapped.tokens[0])
    assert relation is not None
    assert relation.kind is RelationKind.EQUAL
