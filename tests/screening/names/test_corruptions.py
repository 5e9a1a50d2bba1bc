"""Each corruption of a row leaves words that still relate to those of the row."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

import pytest

from safeconduct.screening.names import Name, read_names, relate
from tests.screening.corruptions import CORRUPTIONS, Row

PAIRS = Path(__file__).parent / "cases" / "spanish-two-surnames.csv"
NAMED_BY_A_DOCUMENT = {
    "the document agrees and the name is another",
    "FNU stands for the given name",
}
COLUMNS = ("given_names", "surnames", "born_on", "sex", "document_no")


def labelled_pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def side(pair: dict[str, str], letter: str) -> Row:
    return {column: pair[f"{column}_{letter}"] for column in COLUMNS}


SAME = [
    pair
    for pair in labelled_pairs()
    if pair["label"] == "same" and pair["case"] not in NAMED_BY_A_DOCUMENT
]


def name_of(row: Row) -> Name:
    (name,) = read_names(row["given_names"], row["surnames"], None)
    return name


def related(one: Row, other: Row) -> tuple[int, int]:
    """How many words relate, each with one other, and how many the shorter name has."""
    mine, theirs = (
        [token for token in name_of(row).tokens if not token.is_particle] for row in (one, other)
    )
    length = min(len(mine), len(theirs))
    pairs = sorted(
        (
            (relation.closeness, a, b)
            for a, word in enumerate(mine)
            for b, candidate in enumerate(theirs)
            if (relation := relate(word, candidate))
        ),
        reverse=True,
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, a, b in pairs:
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
    return len(taken_a), length


def test_the_file_has_enough_pairs_of_both_kinds() -> None:
    labels = [pair["label"] for pair in labelled_pairs()]
    assert labels.count("same") >= 150
    assert labels.count("different") >= 70


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: f"{pair['case']}: {pair['surnames_a']}")
def test_the_words_of_one_person_relate(pair: dict[str, str]) -> None:
    found, length = related(side(pair, "a"), side(pair, "b"))
    assert found >= min(2, length)


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_the_words_of_a_corrupted_row_relate_to_its_own(name: str) -> None:
    chance = Random(name)  # noqa: S311 - a repeatable sample, no secret
    tried = 0
    for pair in SAME:
        row = side(pair, "a")
        corrupted = CORRUPTIONS[name](row, chance)
        if corrupted is None:
            continue
        tried += 1
        found, length = related(row, corrupted)
        assert found >= min(2, length), (row, corrupted)
    # What no row of the file can suffer would be tried on nothing.
    assert tried > 0
