"""The keys of the exchange: one signs what a party sends, one opens what it is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from joserfc.jwk import OKPKey

from safeconduct.basics import Message
from safeconduct.record import Malformed
from safeconduct.record.entries.canonical import read_object
from safeconduct.record.strict_text import from_base64url, to_base64url


@dataclass(frozen=True, slots=True)
class ExchangeKeys:
    """The private keys of one party for the exchange with the others.

    Attributes:
        signing: signs bundles and acknowledgements.
        opening: opens bundles that were sealed for this party.
    """

    signing: Ed25519PrivateKey = field(repr=False)
    opening: X25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """New keys from the operating system's randomness."""
        return cls(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())

    @property
    def signing_public(self) -> str:
        """The key that verifies what this party sends, in base64url."""
        return to_base64url(self.signing.public_key().public_bytes_raw())

    @property
    def sealing_public(self) -> str:
        """The key that others seal with for this party, in base64url."""
        return to_base64url(self.opening.public_key().public_bytes_raw())

    @property
    def opening_jwk(self) -> OKPKey:
        """The opening key in the form that the JOSE library takes."""
        secret = to_base64url(self.opening.private_bytes_raw())
        return OKPKey.import_key(
            {"kty": "OKP", "crv": "X25519", "x": self.sealing_public, "d": secret}
        )

    def __bytes__(self) -> bytes:
        """The private keys, to be kept where nobody else reads."""
        content = {
            "signing": to_base64url(self.signing.private_bytes_raw()),
            "opening": to_base64url(self.opening.private_bytes_raw()),
        }
        return json.dumps(content).encode() + b"\n"


def read_keys(data: bytes) -> ExchangeKeys:
    """Read kept keys.

    Raises:
        Malformed: they cannot be read.
    """
    read = read_object(data)
    try:
        signing = from_base64url(str(read["signing"]))
        opening = from_base64url(str(read["opening"]))
        return ExchangeKeys(
            Ed25519PrivateKey.from_private_bytes(signing),
            X25519PrivateKey.from_private_bytes(opening),
        )
    except (KeyError, ValueError) as wrong:
        raise Malformed(Message.of("exchange.keys")) from wrong
