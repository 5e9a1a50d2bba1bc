"""Leaf and node hashes of RFC 6962 section 2.1: SHA-256 with a domain byte in front."""

from __future__ import annotations

import hashlib

HASH_SIZE = 32
"""Bytes of a SHA-256 hash."""

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""

MAX_TREE_SIZE = 2**63 - 1
"""The largest size that every program of the ecosystem can hold in a signed integer."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry as a leaf: ``SHA-256(0x00 || entry)``."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: ``SHA-256(0x01 || left || right)``."""
    return hashlib.sha256(b"\x01" + left + right).digest()
