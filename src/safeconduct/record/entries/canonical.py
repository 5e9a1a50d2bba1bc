"""Reading and writing the JSON inside entries: one reading, no floats, no duplicate names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import rfc8785

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.refusal import Malformed

MAX_DEPTH = 20
MAX_NUMBER = 2**53 - 1


def read_json(data: bytes) -> Plain:
    """Read JSON in which nothing can be understood in two ways.

    Raises:
        Malformed: not JSON, a repeated name, a fraction, a number beyond 2**53 - 1, or more than
            20 levels.
    """
    try:
        value: Plain = _READER.decode(data.decode())
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode()  # refuses half a surrogate pair
    except (ValueError, RecursionError) as wrong:
        raise Malformed(Message.of("record.not-json")) from wrong
    _check_depth(value, MAX_DEPTH)
    return value


def read_object(data: bytes) -> dict[str, Plain]:
    """Read a JSON object.

    Raises:
        Malformed: anything else.
    """
    value = read_json(data)
    if not isinstance(value, dict):
        raise Malformed(Message.of("record.not-json"))
    return value


def canonical(value: Mapping[str, Plain]) -> bytes:
    """The canonical JSON (RFC 8785) of an object."""
    return rfc8785.dumps(dict(value))


def digest_of(value: Mapping[str, Plain]) -> str:
    """``sha256:`` and the digest of the canonical JSON."""
    return "sha256:" + hashlib.sha256(canonical(value)).hexdigest()


def _no_repeats(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name is repeated")
    return read


def _no_fraction(text: str) -> Plain:
    raise ValueError(text)


def _bounded(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_NUMBER:
        raise ValueError("number")
    return int(text)


def _check_depth(value: Plain, left: int) -> None:
    if not isinstance(value, dict | list):
        return
    if left == 0:
        raise Malformed(Message.of("record.not-json"))
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            _check_depth(item, left - 1)


_READER = json.JSONDecoder(
    object_pairs_hook=_no_repeats,
    parse_float=_no_fraction,
    parse_constant=_no_fraction,
    parse_int=_bounded,
)
