"""Postings: sorted keys with the rows that stand under each, looked up by binary search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows by key.

    Attributes:
        keys: the keys, sorted, each as often as it has rows.
        rows: the row of each, ascending within a key.
    """

    keys: NDArray[np.uint64]
    rows: Integers

    def of(self, key: int) -> Integers:
        """The rows under a key."""
        return self.between(key, key)

    def between(self, first: int, last: int) -> Integers:
        """The rows under the keys from the first to the last, both inclusive."""
        begin = np.searchsorted(self.keys, np.uint64(first), side="left")
        end = np.searchsorted(self.keys, np.uint64(last), side="right")
        return self.rows[begin:end]

    def of_many(self, keys: NDArray[np.uint64]) -> tuple[Integers, NDArray[np.int64]]:
        """The rows under each of several keys, and for each row the place of its key among them."""
        begin = np.searchsorted(self.keys, keys, side="left")
        counts = np.searchsorted(self.keys, keys, side="right") - begin
        origins = np.repeat(np.arange(len(keys)), counts)
        before = np.repeat(np.cumsum(counts) - counts, counts)
        return self.rows[np.arange(len(origins)) - before + begin[origins]], origins


def post(keys: NDArray[np.uint64], rows: Integers) -> Postings:
    """Sort pairs of key and row into postings, each pair once."""
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    if len(keys):
        again = (keys[1:] == keys[:-1]) & (rows[1:] == rows[:-1])
        kept = np.concatenate(([True], ~again))
        keys, rows = keys[kept], rows[kept]
    return Postings(keys, rows)


@dataclass(frozen=True, slots=True)
class Lists:
    """For each of many items the integers that belong to it, laid end to end.

    Attributes:
        starts: where each item's integers begin, and at last where all end.
        values: the integers.
    """

    starts: NDArray[np.int64]
    values: Integers

    def of(self, item: int) -> Integers:
        """The integers of an item."""
        return self.values[self.starts[item] : self.starts[item + 1]]

    def lengths(self) -> NDArray[np.int64]:
        """How many integers each item has."""
        return np.diff(self.starts)


def lists_of(items: Integers, values: Integers, size: int) -> Lists:
    """Lists from pairs of item and integer, each pair once, ascending."""
    found = post(items.astype(np.uint64), values)
    counts = np.bincount(found.keys.astype(np.int64), minlength=size)
    return Lists(np.concatenate(([0], np.cumsum(counts))).astype(np.int64), found.rows)
