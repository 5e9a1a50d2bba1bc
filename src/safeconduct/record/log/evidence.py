"""Fork evidence: two checkpoints that one log signed and that cannot both be true."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from safeconduct.record.log.storage import LogStorage

FOLDER = "evidence"
_BETWEEN = b"\n" + b"=" * 32 + b"\n\n"


@dataclass(frozen=True, slots=True)
class ForkEvidence:
    """Two signed notes of one origin without a consistency proof between them."""

    one: bytes
    other: bytes

    @property
    def name(self) -> str:
        """A name made of the content, so that the same fork is kept once."""
        return hashlib.sha256(bytes(self)).hexdigest()[:32] + ".txt"

    def __bytes__(self) -> bytes:
        return self.one + _BETWEEN + self.other


def keep(storage: LogStorage, evidence: ForkEvidence) -> str:
    """Keep evidence in the log's private part; nothing ever removes it. The name it got."""
    name = f"{FOLDER}/{evidence.name}"
    storage.remember(name, bytes(evidence))
    return name


def kept(storage: LogStorage) -> tuple[bytes, ...]:
    """All evidence that was kept."""
    found = (storage.recall(name) for name in storage.names(FOLDER))
    return tuple(data for data in found if data is not None)
