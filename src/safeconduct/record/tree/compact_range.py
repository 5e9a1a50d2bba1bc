"""The compact range: the few hashes that a growing tree must remember to know its root."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from safeconduct.record.tree.hashes import EMPTY_ROOT, node_hash


@dataclass(frozen=True, slots=True)
class CompactRange:
    """A tree of ``size`` leaves as the roots of its perfect subtrees, from left to right.

    There is one subtree for each bit set in the size, the largest first: at most 63 hashes for
    any tree.
    """

    size: int = 0
    subtrees: tuple[bytes, ...] = ()

    def extended(self, leaves: Iterable[bytes]) -> Self:
        """The range after leaf hashes were added on the right."""
        size, subtrees = self.size, list(self.subtrees)
        for leaf in leaves:
            joined, bits = leaf, size
            while bits & 1:
                joined = node_hash(subtrees.pop(), joined)
                bits >>= 1
            subtrees.append(joined)
            size += 1
        return type(self)(size, tuple(subtrees))

    @property
    def root(self) -> bytes:
        """The Merkle tree hash of RFC 6962 section 2.1."""
        if not self.subtrees:
            return EMPTY_ROOT
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = node_hash(left, root)
        return root
