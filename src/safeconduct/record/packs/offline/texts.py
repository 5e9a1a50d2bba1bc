"""Texts with one spelling, and refusals in two languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

LIMIT = 1_000_000
"""Bytes that a note, proof, policy or entry may have."""


class Refused(Exception):  # noqa: N818 - named for what happened
    """Something does not hold; the reason in English and Spanish."""

    def __init__(self, english: str, spanish: str) -> None:
        super().__init__(f"{english} / {spanish}")


def need(holds: object, english: str, spanish: str) -> None:
    """Refuse unless something holds."""
    if not holds:
        raise Refused(english, spanish)


def unbase64(text: str) -> bytes:
    """Bytes of standard base64 in its one spelling."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Refused("not base64", "no es base64") from None
    need(base64.b64encode(data).decode() == text, "not base64", "no es base64")
    return data


def unbase64url(text: str) -> bytes:
    """Bytes of URL-safe base64 without padding in its one spelling."""
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        data = base64.b64decode(padded, altchars=b"-_", validate=True)
    except ValueError:
        raise Refused("not base64url", "no es base64url") from None
    need(tobase64url(data) == text, "not base64url", "no es base64url")
    return data


def tobase64url(data: bytes) -> str:
    """URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(text: str) -> int:
    """A number without sign or leading zeroes."""
    good = re.fullmatch("0|[1-9][0-9]{0,18}", text) and int(text) < 2**63
    need(good, "not a number", "no es un número")
    return int(text)


def hash32(text: str) -> bytes:
    """A SHA-256 hash in base64."""
    data = unbase64(text)
    need(len(data) == 32, "not a SHA-256 hash", "no es un resumen SHA-256")
    return data


def sha(data: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(data).digest()


def read_json(data: bytes) -> Any:
    """JSON that can be understood in one way only: no repeated name, no fraction."""
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_once,
            parse_int=_integer,
            parse_float=_fraction,
            parse_constant=_fraction,
        )
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refused("not JSON", "no es JSON") from None
    need(_is_shallow(value), "nested too deeply", "anidado en exceso")
    return value


def digest_of(claims: Mapping[str, Any]) -> str:
    """The digest of canonical JSON (RFC 8785); every name in it is ASCII."""
    text = json.dumps(claims, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _is_shallow(value: Any, left: int = 20) -> bool:
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_is_shallow(item, left - 1) for item in inner)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len(dict(pairs)) == len(pairs), "a name is repeated", "un nombre se repite")
    return dict(pairs)


def _integer(text: str) -> int:
    need(len(text) <= 17 and abs(int(text)) < 2**53, "number too large", "número muy grande")
    return int(text)


def _fraction(text: str) -> NoReturn:
    raise Refused(f"{text} is a fraction", f"{text} es una fracción")
