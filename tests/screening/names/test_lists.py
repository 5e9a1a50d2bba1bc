"""The lists of families hold what they say: each name once, single words, enough of Spanish."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from safeconduct.screening.names import read_names, relate
from safeconduct.screening.names.families.lists import LISTS, FamilyList
from tests.screening.names.test_relating import word

ENTRY = re.compile(r"(?P<name>[^:#]+): \[(?P<words>[^\]]+)\]")


def lines(family_list: FamilyList) -> list[str]:
    folder = resources.files("safeconduct.screening.names.families")
    text = (folder / f"{family_list.file}.yaml").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def entries(family_list: FamilyList) -> list[tuple[str, list[str]]]:
    found = [ENTRY.fullmatch(line) for line in lines(family_list)]
    return [(one["name"], one["words"].split(", ")) for one in found if one]


@pytest.mark.parametrize("family_list", LISTS, ids=lambda one: one.file)
def test_each_name_has_one_line(family_list: FamilyList) -> None:
    names = [name for name, _ in entries(family_list)]
    assert len(names) == len(lines(family_list))
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("family_list", LISTS, ids=lambda one: one.file)
def test_each_word_stands_once_in_its_line_and_is_one_word(family_list: FamilyList) -> None:
    for name, words in entries(family_list):
        assert sorted({name, *words}) == sorted([name, *words]), name
        for each in words:
            (read,) = read_names(each, None, None)
            assert len(read.tokens) == 1, each


@pytest.mark.parametrize("family_list", LISTS, ids=lambda one: one.file)
def test_each_word_is_related_to_its_name(family_list: FamilyList) -> None:
    for name, words in entries(family_list):
        for each in words:
            relation = relate(word(name), word(each))
            assert relation is not None, (name, each)
            assert relation.closeness >= min(family_list.to_the_name, 0.98), (name, each)


def test_spanish_has_its_own_list_of_familiar_names() -> None:
    (spanish,) = (one for one in LISTS if one.file == "spanish-nicknames")
    assert sum(len(words) for _, words in entries(spanish)) >= 1000
