"""What holds of any two words, whatever they are."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from safeconduct.screening.names import (
    RelationKind,
    Token,
    comparable,
    forms,
    read_names,
    relate,
)
from tests.screening.names.test_relating import RELATED, word

SAMPLES = [written for _, _, one, other in RELATED for written in (one, other)]
# Letters of every script that the cases have, marks and invisible ones among them.
LETTERS = sorted({letter for written in SAMPLES for letter in written})
WRITTEN = st.one_of(
    st.sampled_from(SAMPLES), st.text(LETTERS, min_size=1, max_size=12), st.text(max_size=8)
)
BY_A_SHARED_FORM = {
    RelationKind.TRANSLITERATION,
    RelationKind.SPELLING,
    RelationKind.NICKNAME,
    RelationKind.FAMILY,
    RelationKind.JOINED,
}


def words(written: str) -> list[Token]:
    return [token for name in read_names(None, None, written) for token in name.tokens]


@given(WRITTEN, WRITTEN)
@example("Юшченко", "Iouchtchenko")
@settings(max_examples=400, deadline=None)
def test_a_relation_is_the_same_from_both_sides(one: str, other: str) -> None:
    for a in words(one):
        for b in words(other):
            assert relate(a, b) == relate(b, a)
            assert comparable(a, b) == comparable(b, a)


@given(WRITTEN)
@settings(max_examples=300, deadline=None)
def test_a_word_is_itself(written: str) -> None:
    for token in words(written):
        relation = relate(token, token)
        assert relation is not None
        assert relation.kind is RelationKind.EQUAL
        assert relation.closeness == 1


@given(WRITTEN, WRITTEN)
@settings(max_examples=400, deadline=None)
def test_closeness_is_more_than_none_and_at_most_the_same(one: str, other: str) -> None:
    for a in words(one):
        for b in words(other):
            relation = relate(a, b)
            assert relation is None or 0 < relation.closeness <= 1


@given(WRITTEN, WRITTEN)
@example("7", "77")
@settings(max_examples=400, deadline=None)
def test_words_that_no_rule_can_compare_have_no_relation(one: str, other: str) -> None:
    for a in words(one):
        for b in words(other):
            if not comparable(a, b):
                assert relate(a, b) is None


@given(st.sampled_from(SAMPLES), st.sampled_from(SAMPLES))
@settings(max_examples=1500, deadline=None)
def test_related_words_share_a_form(one: str, other: str) -> None:
    shares_a_form(word(one), word(other))


def test_the_related_words_of_every_case_share_a_form() -> None:
    for _, _, one, other in RELATED:
        shares_a_form(word(one), word(other))


def shares_a_form(a: Token, b: Token) -> None:
    relation = relate(a, b)
    if relation is None or relation.kind not in BY_A_SHARED_FORM:
        return
    mine, theirs = forms(a.strict), forms(b.strict)
    assert (
        mine.loose & theirs.loose
        or mine.classes & theirs.classes
        or mine.skeletons & theirs.skeletons
    ), (a.text, b.text, relation)


def test_letters_without_a_sound_are_not_the_same_word() -> None:
    assert relate(word("\u044c"), word("\u044a")) is None
