"""Two different common names are seldom taken for one, kind by kind.

Every pair of the names that are common in some country, worldwide: a rule that takes too much for
alike would cost a reviewer hours.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import pytest

from safeconduct.screening.names import RelationKind, Token, relate
from tests.screening.generated import need_names, register
from tests.screening.names.test_relating import word

PAIRS = 60_000
# Pairs in a million, at most: half as many again as were counted over all pairs when this was set,
# since a sample strays.
GIVEN_NAMES = {
    RelationKind.SPELLING: 580,
    RelationKind.TRANSLITERATION: 450,
    RelationKind.JOINED: 50,
    RelationKind.NICKNAME: 1450,
    RelationKind.FAMILY: 50,
    RelationKind.SLIP: 1400,
}
SURNAMES = {
    RelationKind.SPELLING: 250,
    RelationKind.TRANSLITERATION: 170,
    RelationKind.JOINED: 50,
    RelationKind.NICKNAME: 50,
    RelationKind.FAMILY: 200,
    RelationKind.SLIP: 670,
}


def words_of(column: str) -> list[Token]:
    """Every different word of a column of a generated register, of more than one letter."""
    written = {each for row in register(30_000) for each in row[column].split()}
    return [word(each) for each in sorted(written) if len(each) > 1 and each.isalpha()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("column", "at_most"), [("given_names", GIVEN_NAMES), ("surnames", SURNAMES)]
)
def test_two_common_names_are_seldom_related(column: str, at_most: dict[RelationKind, int]) -> None:
    need_names()
    chance = Random(column)  # noqa: S311 - a repeatable sample, no secret
    pairs = list(combinations(words_of(column), 2))
    found: Counter[RelationKind] = Counter()
    for one, other in chance.sample(pairs, PAIRS):
        relation = relate(one, other)
        if relation is not None and one.strict != other.strict:
            found[relation.kind] += 1
    in_a_million = {kind: round(count * 1_000_000 / PAIRS) for kind, count in found.items()}
    assert {kind: n for kind, n in in_a_million.items() if n > at_most.get(kind, 0)} == {}
