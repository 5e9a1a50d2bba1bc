"""Key files: a private key sealed with a passphrase.

scrypt (RFC 7914) makes a key of the passphrase; ChaCha20-Poly1305 (RFC 8439) seals the private
key with it and authenticates everything that the file says in clear.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.canonical import canonical, read_object
from safeconduct.record.entries.jws import thumbprint
from safeconduct.record.notes.signing import PrivateKey, SigningKey
from safeconduct.record.notes.verifier_key import KeyType
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import from_base64url, to_base64url

VERSION = 1
COST = {"n": 2**15, "r": 8, "p": 1}
"""scrypt's cost: 32 MiB of memory and about a tenth of a second a guess."""

NONCE_BYTES = 12
SALT_BYTES = 16


class KeyUse(StrEnum):
    """What a private key is for. A key has one use."""

    LOG = "log"
    """Signs the log's checkpoints."""

    WITNESS = "witness"
    """Cosigns checkpoints of other logs."""

    ENTRY = "entry"
    """Issues the log's entries."""

    OFFICER = "officer"
    """A person's key: signs decisions."""


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A private key with its use.

    Attributes:
        use: what it signs.
        name: the name in signature lines; for an officer's key, the office.
        type: the kind of signature; entries and acts are signed with Ed25519.
        private: the key itself, kept out of every printed form.
    """

    use: KeyUse
    name: str
    type: KeyType
    private: PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, use: KeyUse, name: str, *, lattice: bool = False) -> StoredKey:
        """A new key; ``lattice`` asks for ML-DSA-44 where the use allows it."""
        kind = KeyType.COSIGNATURE if use is KeyUse.WITNESS else KeyType.NOTE
        if lattice and use in (KeyUse.LOG, KeyUse.WITNESS):
            kind = KeyType.ML_DSA
        return cls(use, name, kind, SigningKey.generate(name, kind).private)

    @property
    def signing_key(self) -> SigningKey:
        """The key as a signer of notes."""
        return SigningKey(self.name, self.type, self.private)

    @property
    def ed25519(self) -> Ed25519PrivateKey:
        """The key as a signer of entries and acts.

        Raises:
            Refused: it is of another kind.
        """
        if not isinstance(self.private, Ed25519PrivateKey):
            raise Refused(Message.of("record.key-use", use=self.use.value))
        return self.private

    @property
    def public_text(self) -> str:
        """What others need: a verifier key, or the public key of entries and acts."""
        if self.use in (KeyUse.LOG, KeyUse.WITNESS):
            return str(self.signing_key.verifier_key)
        return to_base64url(self.ed25519.public_key().public_bytes_raw())

    @property
    def kid(self) -> str:
        """The thumbprint under which entries and acts name the key."""
        return thumbprint(self.ed25519.public_key().public_bytes_raw())


def write_key_file(key: StoredKey, passphrase: str | None) -> bytes:
    """The bytes of a key file; without a passphrase the key lies open in it."""
    clear: dict[str, Plain] = {
        "safeconduct_key": VERSION,
        "use": key.use.value,
        "name": key.name,
        "type": int(key.type),
        "public": key.public_text,
    }
    secret = key.private.private_bytes_raw()
    if passphrase is None:
        return _written({**clear, "secret": to_base64url(secret)})
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    cost: dict[str, Plain] = {**COST}
    clear["scrypt"] = {**cost, "salt": to_base64url(salt)}
    sealed = _cipher(passphrase, salt).encrypt(nonce, secret, canonical(clear))
    return _written({**clear, "nonce": to_base64url(nonce), "sealed": to_base64url(sealed)})


def read_key_file(data: bytes, passphrase: str | None) -> StoredKey:
    """Open a key file.

    Raises:
        Malformed: it is none.
        Refused: the passphrase is missing or wrong, or the file was altered.
    """
    read = _read(data)
    clear = {name: value for name, value in read.items() if name not in _SECRET}
    try:
        use, name, kind = (
            KeyUse(str(read["use"])),
            str(read["name"]),
            KeyType(int(str(read["type"]))),
        )
        secret = _opened(read, clear, passphrase)
        private: PrivateKey = (
            MLDSA44PrivateKey.from_seed_bytes(secret)
            if kind is KeyType.ML_DSA
            else Ed25519PrivateKey.from_private_bytes(secret)
        )
        key = StoredKey(use, name, kind, private)
    except (KeyError, ValueError, TypeError) as wrong:
        raise Malformed(Message.of("record.key-file")) from wrong
    if key.public_text != read.get("public"):
        raise Malformed(Message.of("record.key-file"))
    return key


def is_protected(data: bytes) -> bool:
    """Whether a key file asks for a passphrase.

    Raises:
        Malformed: it is no key file.
    """
    return "sealed" in _read(data)


def _read(data: bytes) -> Mapping[str, Plain]:
    try:
        return read_object(data)
    except Malformed as wrong:
        raise Malformed(Message.of("record.key-file")) from wrong


_SECRET = ("nonce", "sealed", "secret")


def _opened(read: Mapping[str, Plain], clear: Mapping[str, Plain], passphrase: str | None) -> bytes:
    if "secret" in read:
        return from_base64url(str(read["secret"]))
    if passphrase is None:
        raise Refused(Message.of("record.passphrase-missing"))
    scrypt = read["scrypt"]
    if not isinstance(scrypt, dict) or {**scrypt, "salt": None} != {**COST, "salt": None}:
        raise ValueError("scrypt")
    nonce, sealed = from_base64url(str(read["nonce"])), from_base64url(str(read["sealed"]))
    cipher = _cipher(passphrase, from_base64url(str(scrypt["salt"])))
    try:
        return cipher.decrypt(nonce, sealed, canonical(clear))
    except InvalidTag as wrong:
        raise Refused(Message.of("record.passphrase-wrong")) from wrong


def _cipher(passphrase: str, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(
        hashlib.scrypt(
            passphrase.encode(),
            salt=salt,
            n=COST["n"],
            r=COST["r"],
            p=COST["p"],
            maxmem=2**26,
            dklen=32,
        )
    )


def _written(content: Mapping[str, Plain]) -> bytes:
    return json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n"
