"""The words of a register while it is read, and the keys under which they are filed."""

from __future__ import annotations

from array import array
from collections import defaultdict

import numpy as np

from safeconduct.screening.index.hashes import key_hash
from safeconduct.screening.index.index import Words
from safeconduct.screening.index.postings import Integers, Lists, post
from safeconduct.screening.keys.register import NAME_FAMILIES
from safeconduct.screening.names import Token, forms


class Vocabulary:
    """Numbers for words, in the order in which they are met."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.tokens: list[Token] = []

    def number(self, token: Token) -> int:
        """The number of a word; a new one if it is new."""
        known = self.numbers.get(token.strict)
        if known is None:
            known = self.numbers[token.strict] = len(self.tokens)
            self.tokens.append(token)
        return known


def file_words(vocabulary: Vocabulary, records: Lists) -> Words:
    """File every word under the keys of every family.

    Args:
        vocabulary: the words.
        records: by word, the records that have it.
    """
    keys, words = array("Q"), array("i")
    for number, token in enumerate(vocabulary.tokens):
        found = forms(token.strict)
        for family in NAME_FAMILIES:
            for key in family.keys(token, found).filed:
                keys.append(key_hash(family.name, key))
                words.append(number)
    texts = [token.strict.encode("utf-8", "replace") for token in vocabulary.tokens]
    lengths = [len(text) for text in texts]
    return Words(
        np.frombuffer(b"".join(texts), np.uint8),
        np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(np.int64),
        _common(vocabulary, records),
        post(np.array(keys, np.uint64), np.array(words, np.int32)),
        records,
    )


def _common(vocabulary: Vocabulary, records: Lists) -> Integers:
    """Records that have each word in a spelling written alike; the fullest spelling decides."""
    occurring = records.lengths().tolist()
    spelled: dict[str, int] = defaultdict(int)
    for number, token in enumerate(vocabulary.tokens):
        for spelling in forms(token.strict).loose:
            spelled[spelling] += occurring[number]
    counted = [
        max((spelled[one] for one in forms(token.strict).loose), default=occurring[number])
        for number, token in enumerate(vocabulary.tokens)
    ]
    return np.array(counted, np.int32)
