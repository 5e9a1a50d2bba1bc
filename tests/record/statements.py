"""Statements that the specifications record, and what they look at afterwards."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from safeconduct.record.audit import Audit, audit_log
from safeconduct.record.entries import Entry, Statement, read_entry
from safeconduct.record.log import Identity
from safeconduct.record.proving import Prover
from safeconduct.record.record import Record
from safeconduct.record.tiles import open_source

NOON = datetime(2026, 3, 1, 12, 34, 56, tzinfo=UTC)
CASE = "5f0c7a52-7a31-4f3e-a4d6-0d6a8d6a1f10"
ARRIVAL = Statement(
    "arrived",
    CASE,
    "be-nl-2009-tilburg",
    {"place": "tilburg", "terms": "sha256:" + "0" * 64},
    {"full_name": "Ana María Pérez", "born_on": "1990-05-01"},
)
CLAIM = Statement("protection-claimed", CASE, "", {}, {"told": "Fears return to their country."})

Open = Callable[[], contextlib.AbstractContextManager[Record]]


def audited(log: Path, identity: Identity) -> Audit:
    return audit_log(open_source(str(log)), identity.policy)


def entries_of(log: Path) -> list[Entry]:
    prover = Prover.of(open_source(str(log)))
    return [read_entry(prover.entry(index)) for index in range(prover.checkpoint.size)]
