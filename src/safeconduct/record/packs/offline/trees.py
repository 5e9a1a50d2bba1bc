"""Inclusion in a Merkle tree (RFC 9162 section 2.1.3.2)."""

from __future__ import annotations

from safeconduct.record.packs.offline.texts import need, sha


def check_inclusion(index: int, size: int, leaf: bytes, path: list[bytes], root: bytes) -> None:
    """Check that a leaf hash stands at an index in the tree with a root."""
    need(0 <= index < size, "the index is outside the tree", "el índice está fuera del árbol")
    at, last, seen = index, size - 1, leaf
    for sibling in path:
        need(last, "the proof is too long", "la prueba es demasiado larga")
        if at & 1 or at == last:
            seen = sha(b"\1" + sibling + seen)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            seen = sha(b"\1" + seen + sibling)
        at, last = at >> 1, last >> 1
    need(last == 0, "the proof is too short", "la prueba es demasiado corta")
    need(seen == root, "the proof leads to another root", "la prueba lleva a otra raíz")
