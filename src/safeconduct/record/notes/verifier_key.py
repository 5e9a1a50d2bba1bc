"""Verifier keys: a name, a key id and a public key in one line of text (C2SP signed-note)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import IntEnum

from safeconduct.basics import Message
from safeconduct.record.notes.note import KEY_ID_SIZE, is_key_name
from safeconduct.record.notes.weak_keys import is_weak
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_base64, to_base64

_KEY_ID = re.compile(r"[0-9a-f]{8}", re.ASCII)


class KeyType(IntEnum):
    """What a key signs; the byte that the specification assigns to it."""

    NOTE = 0x01
    """Ed25519 over the text of a note: a log's own signature."""

    COSIGNATURE = 0x04
    """Ed25519 over a time and a checkpoint: a witness."""

    ML_DSA = 0x06
    """ML-DSA-44 over a time and a tree head: a witness or a log."""


PUBLIC_KEY_SIZES = {KeyType.NOTE: 32, KeyType.COSIGNATURE: 32, KeyType.ML_DSA: 1312}


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a key that signs notes.

    Attributes:
        name: who signs; for a log, its origin.
        type: what is signed, and how.
        public: the public key's bytes, as RFC 8032 or FIPS 204 encodes it.
    """

    name: str
    type: KeyType
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of ``SHA-256(name || newline || type || public key)``."""
        named = (
            self.name.encode("utf-8", "surrogateescape") + b"\n" + bytes([self.type]) + self.public
        )
        return hashlib.sha256(named).digest()[:KEY_ID_SIZE]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{to_base64(bytes([self.type]) + self.public)}"


def read_verifier_key(text: str) -> VerifierKey:
    """Read ``NAME+KEYID+BASE64``.

    Raises:
        Malformed: another form, a type that is not verified here, a public key of the wrong
            length, or a key id that is not the key's.
    """
    parts = text.split("+", 2)
    if len(parts) != 3 or not is_key_name(parts[0]) or not _KEY_ID.fullmatch(parts[1]):
        raise Malformed(Message.of("record.verifier-key"))
    blob = from_base64(parts[2])
    if not blob or blob[0] not in list(KeyType):
        raise Malformed(Message.of("record.verifier-key-type", name=parts[0]))
    key = VerifierKey(parts[0], KeyType(blob[0]), blob[1:])
    if len(key.public) != PUBLIC_KEY_SIZES[key.type]:
        raise Malformed(Message.of("record.verifier-key-size", name=key.name))
    if key.type is not KeyType.ML_DSA and is_weak(key.public):
        raise Malformed(Message.of("record.weak-key", name=key.name))
    if key.key_id.hex() != parts[1]:
        raise Malformed(Message.of("record.verifier-key-id", name=key.name))
    return key
