"""A log of a million entries like those of a record, for measuring; made anew each time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.record.entries import EntryKey, Statement, draft
from safeconduct.record.entries.entry import Place
from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.notes import KeyType, Policy, SigningKey
from safeconduct.record.record import opening
from safeconduct.record.tree import leaf_hash

ORIGIN = "record.example/bench/log"
SEED = bytes(range(32))
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
OF_A_CASE = 5
"""Shared entries of one case; each is followed by two sealed ones, as a record writes them."""


def identity(folder: Path) -> Identity:
    """The measured log: one key, no witness, its anchor in the same folder."""
    key = SigningKey(ORIGIN, KeyType.NOTE, Ed25519PrivateKey.from_private_bytes(SEED))
    public = key.verifier_key
    return Identity((key,), Policy(logs=(public,)), Anchor(public, state=folder / "state"))


def entry_key() -> EntryKey:
    """The key that issues the entries."""
    return EntryKey(Ed25519PrivateKey.from_private_bytes(SEED[::-1]))


def case_of(number: int) -> list[bytes]:
    """The entries of one case, each shared one with two covers behind it."""
    key, entries, previous = entry_key(), [], ""
    for seq in range(1, OF_A_CASE + 1):
        arrival = Statement("arrived", f"case-{number}", "bench", {"place": "tilburg"})
        raw, _ = key.issue(ORIGIN, draft(arrival), Place(seq, previous), (), NOON)
        previous = leaf_hash(raw).hex()
        entries += [raw, key.cover(ORIGIN), key.cover(ORIGIN)]
    return entries


def entries_of(count: int) -> Iterator[bytes]:
    """That many entries, the opening one first, made by all cores."""
    yield entry_key().issue(ORIGIN, opening(identity(Path()), entry_key()), Place(1, ""), (), NOON)[
        0
    ]
    left = count - 1
    cases = -(-left // (3 * OF_A_CASE))
    with multiprocessing.get_context("spawn").Pool() as pool:
        for entries in pool.imap(case_of, range(cases), chunksize=200):
            yield from entries[:left]
            left -= min(left, len(entries))


def write_log(folder: Path, count: int, batch: int = 1_000) -> None:
    """Write and publish a log of that many entries."""
    waiting: list[bytes] = []
    with open_writer(FolderStorage.make(folder / "log"), identity(folder)) as writer:
        for entry in entries_of(count):
            waiting.append(entry)
            if len(waiting) == batch:
                writer.append(waiting)
                waiting = []
        writer.append(waiting)
        writer.publish(NOON)
