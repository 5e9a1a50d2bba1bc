"""Neighbours: the words of the register that may be the same part of a name as a given word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from safeconduct.screening.evidence.frequencies import information
from safeconduct.screening.index.counts import Counts
from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Index
from safeconduct.screening.index.postings import Integers
from safeconduct.screening.keys.register import NAME_FAMILIES
from safeconduct.screening.names import Token, forms

_AT_MOST = np.array([family.at_most for family in NAME_FAMILIES])


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words of the register near one word of the manifest.

    Attributes:
        words: their numbers, ascending.
        bounds: what a match of each can weigh at most, in hundredths of a bit.
        families: for each, the families whose keys found it, a bit for each in their order.
    """

    words: Integers
    bounds: Integers
    families: Integers


class Neighbourhood:
    """Finds neighbours in an index, each word once."""

    def __init__(self, index: Index, counts: Counts) -> None:
        self._index = index
        self._counts = counts
        self._known: dict[str, Neighbours] = {}
        self._families: dict[str, dict[int, int]] = {}

    def of(self, token: Token) -> Neighbours:
        """The neighbours of a word."""
        if token.strict not in self._known:
            self._known[token.strict] = self._find(token)
        return self._known[token.strict]

    def families_of(self, token: Token) -> dict[int, int]:
        """By neighbour of a word, the bits of the families whose keys found it."""
        if token.strict not in self._families:
            near = self.of(token)
            pairs = zip(near.words.tolist(), near.families.tolist(), strict=True)
            self._families[token.strict] = dict(pairs)
        return self._families[token.strict]

    def _find(self, token: Token) -> Neighbours:
        found = forms(token.strict)
        keys, places = [], []
        for place, family in enumerate(NAME_FAMILIES):
            for key in family.keys(token, found).sought:
                keys.append(key_hash(family.name, key))
                places.append(place)
        numbers, origins = self._index.words.filed.of_many(np.array(keys, np.uint64))
        return self._merged(token, numbers, np.array(places, np.int32)[origins])

    def _merged(self, token: Token, numbers: Integers, families: Integers) -> Neighbours:
        """The neighbours, each once, from pairs of word and the family that found it."""
        words, place = np.unique(numbers, return_inverse=True)
        bits = np.zeros(len(words), np.int32)
        np.bitwise_or.at(bits, place, np.left_shift(1, families, dtype=np.int32))
        near = np.zeros(len(words))
        np.maximum.at(near, place, _AT_MOST[families])
        common = np.maximum(self._index.words.common[words], self._counts.of_token(token.strict))
        told = np.array([information(one, self._index.size) for one in common.tolist()], np.float64)
        bounds = np.ceil(told * near).astype(np.int32)
        return Neighbours(words.astype(np.int32), bounds, bits)
