"""A record that commands write into, and what its owner reads in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from safeconduct.record import FolderStorage, Prover, disclosure_store
from safeconduct.record.entries import Presentation, read_entry

Claims = Mapping[str, Any]


def entries(log: Path) -> Iterator[Claims]:
    """Every entry of a record as its owner reads it; covers say nothing and are left out."""
    storage = FolderStorage(log)
    prover = Prover.of(storage)
    for index in range(prover.checkpoint.size):
        entry = read_entry(prover.entry(index))
        kept = disclosure_store.read(storage, index, entry.leaf)
        claims = Presentation(entry, kept).claims()
        if "event" in claims:
            yield {**claims, "index": index, "leaf": entry.leaf.hex(), "sealed": entry.is_sealed}


def decisions(log: Path) -> list[Claims]:
    """The decisions on record, in their order."""
    return [one for one in entries(log) if one["event"] == "decision"]


def persons(decision: Claims) -> list[Any]:
    """What a decision says of persons one by one, in its order."""
    apart = {int(name[7:]): v for name, v in decision["body"].items() if name.startswith("person_")}
    return [apart[number] for number in sorted(apart)]


def result(decision: Claims) -> Any:
    """The result with what it says of persons in its place again."""
    kept, apart = decision["body"]["result"], persons(decision)
    if decision["body"]["command"] == "clear":
        return {**kept, "persons": apart}
    return apart if kept == [] else kept


def in_clear(log: Path) -> str:
    """All that a mirror of the log reads in its entries, as JSON."""
    prover = Prover.of(FolderStorage(log))
    read = (read_entry(prover.entry(index)).claims for index in range(prover.checkpoint.size))
    return json.dumps([dict(claims) for claims in read], ensure_ascii=False)
