"""Text forms that have exactly one spelling: base64 and decimal numbers as C2SP writes them."""

from __future__ import annotations

import base64
import binascii
import re

from safeconduct.basics import Message
from safeconduct.record.refusal import Malformed
from safeconduct.record.tree.hashes import HASH_SIZE, MAX_TREE_SIZE

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


def to_base64(data: bytes) -> str:
    """Standard base64 with padding (RFC 4648 section 4)."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes:
    """The bytes of standard base64.

    One value has one spelling: characters outside the alphabet, missing padding and stray bits
    after the last byte are refused, so that no byte of a note can change unseen.

    Raises:
        Malformed: for any other spelling.
    """
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as wrong:
        raise Malformed(Message.of("record.base64", text=_shown(text))) from wrong
    if to_base64(data) != text:
        raise Malformed(Message.of("record.base64", text=_shown(text)))
    return data


def hash_from_base64(text: str) -> bytes:
    """A SHA-256 hash in base64.

    Raises:
        Malformed: not base64, or not 32 bytes.
    """
    data = from_base64(text)
    if len(data) != HASH_SIZE:
        raise Malformed(Message.of("record.hash-size"))
    return data


def from_decimal(text: str) -> int:
    """A number without sign or leading zeroes, up to 2**63 - 1.

    Raises:
        Malformed: for any other spelling.
    """
    if not _DECIMAL.fullmatch(text) or int(text) > MAX_TREE_SIZE:
        raise Malformed(Message.of("record.decimal", text=_shown(text)))
    return int(text)


def to_base64url(data: bytes) -> str:
    """URL-safe base64 without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of URL-safe base64 without padding, in its one spelling.

    Raises:
        Malformed: for any other spelling.
    """
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        data = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as wrong:
        raise Malformed(Message.of("record.base64", text=_shown(text))) from wrong
    if to_base64url(data) != text:
        raise Malformed(Message.of("record.base64", text=_shown(text)))
    return data


def _shown(text: str) -> str:
    short = text if len(text) <= 40 else text[:40] + "…"
    return short.encode("unicode_escape").decode("ascii")
