"""Entry bundles: entries one after the other, each behind its length in two bytes."""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import Message
from safeconduct.record.refusal import Malformed

LENGTH_SIZE = 2
MAX_ENTRY_BYTES = 65_535
"""The longest entry; a longer document is referred to by its hash."""


def write_bundle(entries: Iterable[bytes]) -> bytes:
    """The bytes of a bundle.

    Raises:
        Malformed: an entry is longer than 65,535 bytes.
    """
    return b"".join(_length(entry) + entry for entry in entries)


def read_bundle(data: bytes, width: int) -> tuple[bytes, ...]:
    """The entries of a bundle that must hold ``width`` of them.

    Raises:
        Malformed: it holds more or fewer, or ends within an entry.
    """
    entries: list[bytes] = []
    at = 0
    while at < len(data) and len(entries) <= width:
        end = at + LENGTH_SIZE + int.from_bytes(data[at : at + LENGTH_SIZE], "big")
        if at + LENGTH_SIZE > len(data) or end > len(data):
            raise Malformed(Message.of("record.bundle-cut-short"))
        entries.append(data[at + LENGTH_SIZE : end])
        at = end
    if len(entries) != width or at != len(data):
        raise Malformed(Message.of("record.bundle-width", found=len(entries), width=width))
    return tuple(entries)


def _length(entry: bytes) -> bytes:
    if len(entry) > MAX_ENTRY_BYTES:
        raise Malformed(Message.of("record.entry-too-long", size=len(entry), limit=MAX_ENTRY_BYTES))
    return len(entry).to_bytes(LENGTH_SIZE, "big")
