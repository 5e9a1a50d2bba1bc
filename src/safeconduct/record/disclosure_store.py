"""The erasable part of a record: the disclosures that its owner keeps, entry by entry.

They lie under the entry's index, in folders of 256, with the entry's leaf hash on top. They are
durable before their entry is; those of an entry that never became durable are forgotten when the
log is opened the next time.
"""

from __future__ import annotations

from collections.abc import Iterable

from safeconduct.basics import Message
from safeconduct.record.entries.disclosure import Disclosure, read_disclosure
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.refusal import Malformed

MAX_BATCH = 100_000
"""Entries that one append may hold, covers included; behind the end of a log, disclosures that
have no entry are looked for as far as this."""

_BUCKET = 256


def keep(
    storage: LogStorage, first: int, kept: Iterable[tuple[bytes, tuple[Disclosure, ...]]]
) -> None:
    """Make the disclosures of entries durable that will stand from an index on.

    Args:
        storage: the log's storage.
        first: the index of the first entry.
        kept: for each entry its leaf hash and what it hides.
    """
    for index, (leaf, disclosures) in enumerate(kept, first):
        if disclosures:
            storage.remember(_name(index), _written(leaf, disclosures))


def read(storage: LogStorage, index: int, leaf: bytes) -> tuple[Disclosure, ...]:
    """The disclosures of an entry that have not been erased.

    Raises:
        Malformed: what is kept of the entry is damaged.
    """
    data = storage.recall(_name(index))
    if data is None:
        return ()
    try:
        head, *texts = data.decode("ascii").split()
    except ValueError as wrong:
        raise Malformed(Message.of("record.disclosures-damaged", index=index)) from wrong
    return tuple(map(read_disclosure, texts)) if head == leaf.hex() else ()


def erase(storage: LogStorage, index: int, leaf: bytes, names: frozenset[str]) -> int:
    """Erase disclosures by name; how many there were."""
    before = read(storage, index, leaf)
    after = tuple(one for one in before if one.name not in names)
    if len(after) < len(before):
        storage.redact(_name(index), _written(leaf, after))
    return len(before) - len(after)


def drop_orphans(storage: LogStorage, size: int) -> None:
    """Forget disclosures of entries that a crash kept from becoming durable."""
    for bucket in range(size // _BUCKET, (size + MAX_BATCH) // _BUCKET + 1):
        for name in storage.names(_folder(bucket)):
            if int(name.rpartition("/")[2]) >= size:
                storage.forget(name)


def _folder(bucket: int) -> str:
    return f"disclosures/{bucket:012d}"


def _name(index: int) -> str:
    return f"{_folder(index // _BUCKET)}/{index:015d}"


def _written(leaf: bytes, disclosures: Iterable[Disclosure]) -> bytes:
    lines = [leaf.hex(), *(one.text for one in disclosures)]
    return "".join(line + "\n" for line in lines).encode("ascii")
