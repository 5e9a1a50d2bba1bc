"""The guard: the largest tree that was ever about to be signed. Nothing is signed below it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.refusal import Malformed
from safeconduct.record.tree.hashes import EMPTY_ROOT, HASH_SIZE


@dataclass(frozen=True, slots=True)
class Guard:
    """A tree's size and root, made durable before its checkpoint is signed."""

    size: int = 0
    root: bytes = EMPTY_ROOT

    def __bytes__(self) -> bytes:
        return json.dumps({"size": self.size, "root": self.root.hex()}).encode() + b"\n"


def read_guard(data: bytes | None) -> Guard:
    """Read a guard; where none was ever kept, the empty tree's.

    Raises:
        Malformed: the bytes are no guard.
    """
    if data is None:
        return Guard()
    try:
        read = json.loads(data)
        guard = Guard(int(read["size"]), bytes.fromhex(read["root"]))
    except (ValueError, TypeError, KeyError) as wrong:
        raise Malformed(Message.of("record.guard-damaged")) from wrong
    if guard.size < 0 or len(guard.root) != HASH_SIZE:
        raise Malformed(Message.of("record.guard-damaged"))
    return guard
