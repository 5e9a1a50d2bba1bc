"""Building proofs (RFC 6962 sections 2.1.1 and 2.1.2) from the hashes of perfect subtrees."""

from __future__ import annotations

from collections.abc import Callable

from safeconduct.record.tree.hashes import EMPTY_ROOT, node_hash

NodeSource = Callable[[int, int], bytes]
"""The hash of the perfect subtree of ``2**level`` leaves that is ``index``-th on its level."""


def range_hash(start: int, end: int, node: NodeSource) -> bytes:
    """The Merkle tree hash of the leaves from ``start`` until before ``end``.

    The range is one that the recursion of RFC 6962 meets: its start is a multiple of every power
    of two up to its length.
    """
    count = end - start
    if count == 0:
        return EMPTY_ROOT
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(count)
    return node_hash(range_hash(start, middle, node), range_hash(middle, end, node))


def inclusion_proof(index: int, size: int, node: NodeSource) -> tuple[bytes, ...]:
    """The path that ties the leaf ``index`` to the root of a tree of ``size``, leaf's side first.

    Raises:
        ValueError: the leaf is not in the tree.
    """
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(range_hash(middle, end, node))
            end = middle
        else:
            path.append(range_hash(start, middle, node))
            start = middle
    return tuple(reversed(path))


def consistency_proof(old: int, size: int, node: NodeSource) -> tuple[bytes, ...]:
    """The proof that the tree of ``size`` begins with the tree of ``old`` leaves.

    Raises:
        ValueError: the old tree is larger.
    """
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} does not begin with one of {old}")
    if old in (0, size):
        return ()
    path, start, end = [], 0, size
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(range_hash(middle, end, node))
            end = middle
        else:
            path.append(range_hash(start, middle, node))
            start = middle
    if start > 0:
        path.append(range_hash(start, end, node))
    return tuple(reversed(path))


def _split(count: int) -> int:
    """The largest power of two below the count."""
    return 1 << ((count - 1).bit_length() - 1)
