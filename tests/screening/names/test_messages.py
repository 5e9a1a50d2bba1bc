"""Every relation is said in a sentence that names its rule, in both languages."""

from __future__ import annotations

import pytest

from safeconduct.basics import ENGLISH, Lang, languages, render
from safeconduct.screening.names import RelationKind, relate
from tests.screening.names.test_relating import RELATED, word

KINDS = sorted({kind for _, kind, _, _ in RELATED})


@pytest.mark.parametrize("lang", languages())
def test_every_case_is_said_with_both_words_and_its_rule(lang: Lang) -> None:
    for _, _, one, other in RELATED:
        relation = relate(word(one), word(other))
        assert relation is not None
        message = relation.message(one, other)
        sentence = render(message, lang)
        assert one in sentence
        assert other in sentence
        assert "screening." not in sentence


def test_every_kind_is_among_the_cases() -> None:
    assert set(KINDS) == {str(kind) for kind in RelationKind}


def test_the_rule_is_named() -> None:
    relation = relate(word("Jiménez"), word("Ximénez"))
    assert relation is not None
    assert render(relation.message("Jiménez", "Ximénez"), ENGLISH) == (
        "Jiménez and Ximénez are two spellings of one name: Spanish letters that sound alike."
    )
