"""Ed25519 public keys under which anybody can sign, and keys with a second spelling."""

from __future__ import annotations

PRIME = 2**255 - 19
SIGN_BIT = 1 << 255
LOW_ORDER = frozenset(
    int.from_bytes(bytes.fromhex(text), "little")
    for text in (
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    )
)
"""The y coordinates of the points of order 1, 2, 4 and 8 (RFC 7748 curve, Edwards form)."""


def is_weak(public: bytes) -> bool:
    """Whether a public key is of low order or not in canonical form.

    Under a key of low order a signature can be made that holds for many messages, by anybody.
    """
    y = int.from_bytes(public, "little") & ~SIGN_BIT
    return y >= PRIME or y in LOW_ORDER
