"""The book of families: every list that ships with the package, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import product

import yaml

from safeconduct.screening.names.families.lists import LISTS, FamilyList
from safeconduct.screening.names.letters.marks import without_marks
from safeconduct.screening.names.letters.readings import readings
from safeconduct.screening.names.normalising import strict
from safeconduct.screening.names.relation import Relation
from safeconduct.screening.names.scripts import Script, script_of

_ARTICLE = "\u0627\u0644"
_BY_FILE = {family_list.file: family_list for family_list in LISTS}


@cache
def listed_families() -> Mapping[str, frozenset[str]]:
    """Each listed word, in plain letters, to the families that it belongs to: ``LIST:name``."""
    found: dict[str, set[str]] = defaultdict(set)
    for family_list in LISTS:
        for name, word in _entries(family_list):
            for key in keys_of_lists(strict(word)):
                found[key].add(f"{family_list.file}:{without_marks(strict(name))}")
    return {word: frozenset(families) for word, families in found.items()}


@cache
def names_of_lists() -> frozenset[str]:
    """The names of three letters or more before the colon, in plain letters, of every list."""
    families = frozenset[str]().union(*listed_families().values())
    names = {family.partition(":")[2] for family in families}
    return frozenset(name for name in names if len(name) > 2)


def keys_of_lists(strict: str) -> tuple[str, ...]:
    """How a normalised word is looked up: as it is read, or in its own letters if Arabic.

    An Arabic word is read without short vowels, so that its reading may be quite another word.
    """
    if script_of(strict) is not Script.ARABIC:
        return readings(strict)
    word = without_marks(strict)
    return (word, word[2:]) if word.startswith(_ARTICLE) and len(word) > 4 else (word,)


def by_family(a: str, b: str) -> Relation | None:
    """The closest relation that the lists know of two normalised words."""
    pairs = product(keys_of_lists(a), keys_of_lists(b))
    related = [relation for one, other in pairs for relation in _shared(one, other)]
    return max(related, key=lambda relation: (relation.closeness, relation.rule), default=None)


def _shared(one: str, other: str) -> Iterator[Relation]:
    listed = listed_families()
    for family in listed.get(one, frozenset()) & listed.get(other, frozenset()):
        file, _, name = family.partition(":")
        of = _BY_FILE[file]
        closeness = of.to_the_name if name in (one, other) else of.to_each_other
        if closeness > 0:
            yield Relation(of.kind, closeness, of.file)


def _entries(family_list: FamilyList) -> Iterator[tuple[str, str]]:
    folder = resources.files("safeconduct.screening.names.families")
    text = (folder / f"{family_list.file}.yaml").read_text("utf-8")
    families: dict[str, list[str]] = yaml.CSafeLoader(text).get_single_data()
    for name, words in families.items():
        yield from ((name, word) for word in (name, *words))
