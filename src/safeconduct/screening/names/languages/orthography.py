"""Orthographies: all spellings that one language's readers take for the same, brought to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Orthography:
    """The spelling rules of one language, over words in plain Latin letters.

    Attributes:
        rule: name of the rule, as in the catalogue: ``screening.rule-RULE``.
        closeness: of two spellings that the rules take for the same.
        rewrites: pairs of a pattern and what stands for it. At each place of the word the first
            that fits is used; what was rewritten is not rewritten again. Patterns have no groups.
        ambiguous: letters left by the rewrites that can be read in several ways; the canonical
            spellings are all combinations, the same letter read alike throughout.
        shortest: letters that must be left; what is left of a shorter word says too little.
    """

    rule: str
    closeness: float
    rewrites: tuple[tuple[str, str], ...]
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shortest: int = 3
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _written: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        alternatives = "|".join(f"({pattern})" for pattern, _ in self.rewrites)
        object.__setattr__(self, "_pattern", re.compile(alternatives))
        object.__setattr__(self, "_written", ("", *(written for _, written in self.rewrites)))

    def canonical(self, plain: str) -> tuple[str, ...]:
        """The canonical spellings of a word; two words are alike if they share one.

        A word of which fewer than `shortest` letters are left has none.
        """
        written = self._written
        word = self._pattern.sub(lambda found: written[found.lastindex or 0], plain)
        words = [word] if not self.ambiguous else _read_each_way(word, self.ambiguous)
        single = dict.fromkeys(_DOUBLED.sub(r"\1", each) for each in words)
        return tuple(each for each in single if len(each) >= self.shortest)


def _read_each_way(word: str, ambiguous: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    present = [(letter, ways) for letter, ways in ambiguous if letter in word]
    words = []
    for ways in product(*(ways for _, ways in present)):
        read = word
        for (letter, _), way in zip(present, ways, strict=True):
            read = read.replace(letter, way)
        words.append(read)
    return words
