"""Joined: a word that holds another beside a particle or a second given name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.screening.names.families.book import listed_families, names_of_lists

_PARTICLES = frozenset({
    "de", "del", "dela", "delas", "delos", "da", "das", "dos", "di", "della", "san", "santa", "mac",
    "mc", "van", "von", "vander", "vande", "abu", "abou", "bou", "ben", "bin", "ibn", "bel", "ould",
})  # fmt: skip
# Abdul, Abdel, Abd al-, and before r, s, n, z, t and d as it is spoken: Abdur-Rahman.
_SERVANT_OR_ARTICLE = re.compile(
    "(?:abd[aeiou]*(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d))|[ae]l)(?=.{4})"
)
# Light, sun, sword "of the faith": Noureddine is Nour.
_OF_THE_FAITH = re.compile("(.{3,}?)[aeiou]u?(?:dd|ld|tt)(?:ine|een|in|yn)")
_SHORTEST_BESIDE_A_PARTICLE = 4
_SHORTEST_NAME = 3


def words_held(plain: str) -> Iterator[str]:
    """The words that a plain word holds: "Cruz" in "Delacruz", "Rahman" in "Abdurrahman".

    A name on the lists holds no two others: "Mariana" is not "Mari" and "Ana".
    """
    if found := _SERVANT_OR_ARTICLE.match(plain):
        yield from _also_spelled(plain[found.end() :])
    if found := _OF_THE_FAITH.fullmatch(plain):
        yield from _also_spelled(found[1])
    if plain in names_of_lists():
        return
    for place in range(2, len(plain) - _SHORTEST_NAME + 1):
        first, second = plain[:place], plain[place:]
        is_name = second in names_of_lists()
        if first in _PARTICLES and (is_name or len(second) >= _SHORTEST_BESIDE_A_PARTICLE):
            yield from _also_spelled(second)
        if first in names_of_lists() and is_name:
            yield first
            yield second


def _also_spelled(name: str) -> Iterator[str]:
    """The name, and every romanisation of it on the Arabic list."""
    yield name
    for family in listed_families().get(name, frozenset()):
        if family.startswith("arabic-names:"):
            yield from (word for word, of in listed_families().items() if family in of)
