"""ML-DSA-44 (FIPS 204), where the installed ``cryptography`` offers it."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.mldsa import (
    MLDSA44PrivateKey,
    MLDSA44PublicKey,
)


def verify(public: bytes, signature: bytes, message: bytes) -> None:
    """Verify a signature with an empty context.

    Raises:
        cryptography.exceptions.InvalidSignature: it does not hold.
        ValueError: the public key is none.
    """
    MLDSA44PublicKey.from_public_bytes(public).verify(signature, message)


def sign(private: MLDSA44PrivateKey, message: bytes) -> bytes:
    """Sign with an empty context."""
    return private.sign(message)
