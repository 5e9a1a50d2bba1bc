"""Compact JWS with Ed25519 (RFC 7515, RFC 9864), for entries and for signed acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import OKPKey

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.canonical import canonical, read_object
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import from_base64url, to_base64url

ALGORITHM = "Ed25519"
SIGNATURE_SIZE = 64


@dataclass(frozen=True, slots=True)
class Jws:
    """A JWS, parsed but not verified.

    Attributes:
        header: the protected header.
        payload: the claims.
        signed: the bytes under the signature.
        signature: the Ed25519 signature.
    """

    header: Mapping[str, Plain]
    payload: Mapping[str, Plain]
    signed: bytes
    signature: bytes

    @property
    def kid(self) -> str:
        """The thumbprint of the key that is said to have signed."""
        return str(self.header["kid"])

    def verify(self, public: bytes) -> None:
        """Check the signature.

        Raises:
            Refused: it is not the key's.
        """
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(self.signature, self.signed)
        except (InvalidSignature, ValueError) as wrong:
            raise Refused(Message.of("record.entry-signature", kid=self.kid)) from wrong


def make_jws(kind: str, payload: Mapping[str, Plain], key: OKPKey) -> str:
    """Sign claims; the header names the algorithm, the key and the kind of token."""
    header = {"alg": ALGORITHM, "kid": key.thumbprint(), "typ": kind}
    return jws.serialize_compact(header, canonical(payload), key, algorithms=[ALGORITHM])


def parse_jws(text: str, kind: str) -> Jws:
    """Read a compact JWS of one kind.

    Raises:
        Malformed: not three parts of base64url, another algorithm or kind, a header with other
            members, or a payload that is no JSON object.
    """
    parts = text.split(".")
    if len(parts) != 3:
        raise Malformed(Message.of("record.jws"))
    header = dict(_header(parts[0], kind))
    signature = from_base64url(parts[2])
    if len(signature) != SIGNATURE_SIZE:
        raise Malformed(Message.of("record.jws"))
    payload = read_object(from_base64url(parts[1]))
    return Jws(header, payload, f"{parts[0]}.{parts[1]}".encode(), signature)


@lru_cache(maxsize=1_024)
def _header(text: str, kind: str) -> Mapping[str, Plain]:
    """A header; few keys sign many entries, and all headers of one key are alike."""
    header = read_object(from_base64url(text))
    kid = header.get("kid")
    if not isinstance(kid, str) or {"alg": ALGORITHM, "kid": kid, "typ": kind} != header:
        raise Malformed(Message.of("record.jws-header"))
    return MappingProxyType(header)


def signing_jwk(private: Ed25519PrivateKey) -> OKPKey:
    """The key in the form that the JOSE library signs with."""
    public = private.public_key().public_bytes_raw()
    seed = private.private_bytes_raw()
    return OKPKey.import_key(
        {"kty": "OKP", "crv": ALGORITHM, "x": to_base64url(public), "d": to_base64url(seed)}
    )


def thumbprint(public: bytes) -> str:
    """The RFC 7638 thumbprint of an Ed25519 public key."""
    return OKPKey.import_key(
        {"kty": "OKP", "crv": ALGORITHM, "x": to_base64url(public)}
    ).thumbprint()
