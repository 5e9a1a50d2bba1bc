"""Disclosures: the salted values behind an entry's digests (RFC 9901 section 4.2)."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.canonical import read_json
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_base64url, to_base64url

SALT_BYTES = 16
RESERVED = ("_sd", "...")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A claim's name and value with the salt that hides them.

    Attributes:
        text: the disclosure as it is handed over; its digest is over these very characters.
        name: the claim's name.
        value: the claim's value.
    """

    text: str
    name: str = field(compare=False)
    value: Plain = field(compare=False)

    @property
    def digest(self) -> str:
        """What stands for this disclosure in the entry."""
        return digest_of_text(self.text)


def disclose(name: str, value: Plain) -> Disclosure:
    """Hide a claim behind a fresh salt of 128 random bits."""
    salt = to_base64url(secrets.token_bytes(SALT_BYTES))
    content = json.dumps([salt, name, value], ensure_ascii=False, separators=(",", ":"))
    return Disclosure(to_base64url(content.encode()), name, value)


def decoy() -> str:
    """A digest of nothing, which looks like any other."""
    return to_base64url(hashlib.sha256(secrets.token_bytes(32)).digest())


def read_disclosure(text: str) -> Disclosure:
    """Read a disclosure.

    Raises:
        Malformed: not a JSON list of salt, name and value, or a reserved name.
    """
    content = read_json(from_base64url(text))
    match content:
        case [str(), str(name), value] if name not in RESERVED:
            return Disclosure(text, name, value)
        case _:
            raise Malformed(Message.of("record.disclosure"))


def digest_of_text(text: str) -> str:
    """The digest of a disclosure's characters."""
    return to_base64url(hashlib.sha256(text.encode("ascii", "replace")).digest())
