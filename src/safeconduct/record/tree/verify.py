"""Verifying proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Nothing is accepted by default."""

from __future__ import annotations

from collections.abc import Sequence

from safeconduct.basics import Message
from safeconduct.record.refusal import Refused
from safeconduct.record.tree.hashes import EMPTY_ROOT, HASH_SIZE, MAX_TREE_SIZE, node_hash


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that the leaf hash stands at ``index`` in the tree of ``size`` with the root.

    Raises:
        Refused: it does not, or the proof has another length than the tree demands.
    """
    _check_hashes(leaf, root, *proof)
    if not 0 <= index < size <= MAX_TREE_SIZE:
        raise Refused(Message.of("record.index-outside-tree", index=index, size=size))
    at, last, seen = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise Refused(Message.of("record.inclusion-length", index=index, size=size))
        if at & 1 or at == last:
            seen = node_hash(sibling, seen)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            seen = node_hash(seen, sibling)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise Refused(Message.of("record.inclusion-length", index=index, size=size))
    if seen != root:
        raise Refused(Message.of("record.inclusion-root", index=index, size=size))


def verify_consistency(
    old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]
) -> None:
    """Check that the tree of ``size`` begins with the tree of ``old`` leaves.

    Raises:
        Refused: it does not, or the proof has another length than the trees demand.
    """
    if not 0 <= old <= size <= MAX_TREE_SIZE:
        raise Refused(Message.of("record.tree-shrank", old=old, size=size))
    if old != size:
        _check_hashes(old_root, root, *proof)
    for count, known in ((old, old_root), (size, root)):
        if count == 0 and known != EMPTY_ROOT:
            raise Refused(Message.of("record.empty-root"))
    if old in (0, size):
        if proof:
            raise Refused(Message.of("record.consistency-length", old=old, size=size))
        if old == size and old_root != root:
            raise Refused(Message.of("record.consistency-root", old=old, size=size))
        return
    _climb(old, size, old_root, root, proof)


def _climb(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    if not path:
        raise Refused(Message.of("record.consistency-length", old=old, size=size))
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    seen_old = seen = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise Refused(Message.of("record.consistency-length", old=old, size=size))
        if at & 1 or at == last:
            seen_old, seen = node_hash(sibling, seen_old), node_hash(sibling, seen)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            seen = node_hash(seen, sibling)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise Refused(Message.of("record.consistency-length", old=old, size=size))
    if seen_old != old_root or seen != root:
        raise Refused(Message.of("record.consistency-root", old=old, size=size))


def _check_hashes(*hashes: bytes) -> None:
    if any(len(one) != HASH_SIZE for one in hashes):
        raise Refused(Message.of("record.hash-size"))
