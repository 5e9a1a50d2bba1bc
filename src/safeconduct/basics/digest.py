"""Digests of plain values: SHA-256 over canonical JSON (RFC 8785)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import rfc8785

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """Reduce a tree of immutable values to what canonical JSON can hold.

    Dates are ISO 8601 text and decimals their exact text, so that a digest does not depend on a
    program's idea of a number. Types are named beside their fields, so that two shapes with the
    same fields differ.

    Raises:
        TypeError: for a value that has no plain form: a float, bytes, a key that is not text.
    """
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: plain(getattr(value, f.name)) for f in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, Mapping):
        return {_key(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no plain form")


def _key(key: object) -> str:
    # Keys 1 and "1" would fall together, and the digest would miss one of them.
    if not isinstance(key, str):
        raise TypeError(f"{type(key).__name__} is no key of canonical JSON")
    return str(key)


def digest(value: object) -> str:
    """``sha256:`` and the hexadecimal digest of the value's canonical JSON.

    Raises:
        TypeError: for a value that has no plain form.
        ValueError: for an integer beyond 2**53 or text that is not Unicode, which JSON does not
            hold exactly.
    """
    return "sha256:" + hashlib.sha256(rfc8785.dumps(plain(value))).hexdigest()
