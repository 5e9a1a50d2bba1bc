"""Keys as numbers of 64 bits. Two keys that fall together only find a record too many."""

from __future__ import annotations

from hashlib import blake2b


def key_hash(family: str, key: str) -> int:
    """The number of a family's key; the same in every process."""
    name = f"{family}\x1f{key}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "little")
