"""Signing notes: a log signs its checkpoint; a cosigner signs the checkpoint and the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from safeconduct.record.notes import ml_dsa
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.cosignature import TIMESTAMP_SIZE, ed25519_message, ml_dsa_message
from safeconduct.record.notes.note import SignatureLine
from safeconduct.record.notes.verifier_key import KeyType, VerifierKey

PrivateKey = Ed25519PrivateKey | MLDSA44PrivateKey


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with the name under which it signs.

    Attributes:
        name: the key's name in signature lines.
        type: what it signs; an Ed25519 key signs notes or cosigns, never both.
        private: the key itself, kept out of every printed form.
    """

    name: str
    type: KeyType
    private: PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, name: str, kind: KeyType) -> SigningKey:
        """A new key from the operating system's randomness."""
        if kind is KeyType.ML_DSA:
            return cls(name, kind, MLDSA44PrivateKey.generate())
        return cls(name, kind, Ed25519PrivateKey.generate())

    @property
    def verifier_key(self) -> VerifierKey:
        """The public half."""
        public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return VerifierKey(self.name, self.type, public)


def sign(text: str, key: SigningKey) -> SignatureLine:
    """Sign a note's text as a log.

    Raises:
        ValueError: the key is a cosigner's.
    """
    if key.type is not KeyType.NOTE or not isinstance(key.private, Ed25519PrivateKey):
        raise ValueError("a cosigner's key signs no plain note")
    return SignatureLine(key.name, key.verifier_key.key_id, key.private.sign(text.encode()))


def cosign(text: str, key: SigningKey, at: datetime) -> SignatureLine:
    """Cosign a checkpoint's text at an instant.

    Raises:
        ValueError: the key is a log's, or the instant carries no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a cosignature states an instant with its time zone")
    timestamp = int(at.timestamp())
    signature = _signature(text, key, timestamp)
    stamped = timestamp.to_bytes(TIMESTAMP_SIZE, "big") + signature
    return SignatureLine(key.name, key.verifier_key.key_id, stamped)


def _signature(text: str, key: SigningKey, timestamp: int) -> bytes:
    match key.type, key.private:
        case KeyType.COSIGNATURE, Ed25519PrivateKey() as private:
            return private.sign(ed25519_message(text, timestamp))
        case KeyType.ML_DSA, MLDSA44PrivateKey() as private:
            message = ml_dsa_message(key.name, checkpoint_of(text), timestamp)
            return ml_dsa.sign(private, message)
        case _:
            raise ValueError("a log's key cosigns nothing")
