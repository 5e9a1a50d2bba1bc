"""Killing a log's writer at every step, and filling its disk: nothing acknowledged is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from safeconduct.basics import Message
from safeconduct.record.audit import audit_log
from safeconduct.record.entries import EntryKey, Statement, draft
from safeconduct.record.log import FolderStorage, Identity, open_writer
from safeconduct.record.notes import checkpoint_of, parse_note
from safeconduct.record.record import open_record, opening
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import audit_tree, open_source
from safeconduct.record.tree import CompactRange, leaf_hash

KILLS = 200
Write = Callable[[Path, Iterable[bytes]], bytes]
CALLS = ("write", "fsync", "fdatasync", "ftruncate", "replace", "mkdir")
"""Everything by which a writer changes a disk."""


def intercept(monkeypatch: pytest.MonkeyPatch, act: Callable[[str, tuple[Any, ...]], None]) -> None:
    """Have ``act`` called before every change of the disk."""
    for name in CALLS:
        owner: Any = Path if name in ("replace", "mkdir") else os
        real = getattr(owner, name)

        def wrapped(*args: Any, _real: Any = real, _name: str = name, **named: Any) -> Any:
            act(_name, args)
            return _real(*args, **named)

        monkeypatch.setattr(owner, name, wrapped)


def fork() -> int:
    """Fork this process; newer Pythons warn of threads, of which the child uses none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def killed_writer(log: Path, identity: Identity, entries: list[bytes], at: int) -> list[int]:
    """Append and publish in another process, killed at its ``at``-th change of the disk.

    What the process had acknowledged by then: the index of each entry, in order.
    """
    reader, writer = os.pipe()
    child = fork()
    if child == 0:
        _write_until_killed(log, identity, entries, at, writer)
    os.close(writer)
    with os.fdopen(reader) as acknowledged:
        told = [int(line) for line in acknowledged]
    os.waitpid(child, 0)
    return told


def _write_until_killed(
    log: Path, identity: Identity, entries: list[bytes], at: int, acknowledge: int
) -> NoReturn:
    changes = 0

    def act(name: str, args: tuple[Any, ...]) -> None:
        nonlocal changes
        if name == "write" and args[0] == acknowledge:
            return
        changes += 1
        if changes == at:
            if name == "write":
                os_write(args[0], bytes(args[1])[: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    os_write = os.write
    patch = pytest.MonkeyPatch()
    intercept(patch, act)
    try:
        with open_writer(FolderStorage(log), identity) as log_writer:
            for entry in entries:
                os_write(acknowledge, b"%d\n" % log_writer.append([entry]))
            log_writer.publish()
    finally:
        os._exit(0)


@pytest.mark.slow
def test_a_writer_killed_two_hundred_times_loses_no_acknowledged_entry_and_forks_nothing(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    chance = random.Random(2026)  # noqa: S311 - the drill repeats
    known = [b"before the drill %d" % index for index in range(240)]
    write_log(log, known)
    roots: dict[int, bytes] = {}
    for drill in range(KILLS):
        entries = [b"drill %d, entry %d" % (drill, number) for number in range(3)]
        told = killed_writer(log, identity, entries, at=chance.randrange(1, 34))
        with open_writer(FolderStorage(log), identity) as writer:
            present = list(writer.entries_from(0))
            assert present[: len(known)] == known
            assert set(present[len(known) :]) <= set(entries)
            assert [present[index] for index in told] == entries[: len(told)]
            known = present
        for data in (FolderStorage(log).recall("signed"), FolderStorage(log).read("checkpoint")):
            assert data is not None
            signed = checkpoint_of(parse_note(data).text)
            assert roots.setdefault(signed.size, signed.root) == signed.root
    assert len(roots) > 20
    with open_writer(FolderStorage(log), identity) as writer:
        last = writer.publish().checkpoint
    assert last.root == CompactRange().extended(map(leaf_hash, known)).root
    assert audit_tree(open_source(str(log)), last.size).root == last.root
    for size, root in roots.items():
        assert CompactRange().extended(map(leaf_hash, known[:size])).root == root


@pytest.mark.slow
def test_a_record_killed_at_every_step_keeps_its_sequences_and_no_orphaned_value(
    tmp_path: Path, identity: Identity, entry_key: EntryKey
) -> None:
    log = tmp_path / "log"
    with open_record(FolderStorage.make(log), identity, entry_key) as record:
        record.append([(opening(identity, entry_key), ())])
    for drill in range(60):
        child = fork()
        if child == 0:
            _record_until_killed(log, identity, entry_key, at=1 + drill % 30)
        os.waitpid(child, 0)
        with open_record(FolderStorage(log), identity, entry_key) as record:
            record.append([(draft(Statement("arrived", "c-1")), ())])
            record.publish()
            size = record.size
        assert audit_log(open_source(str(log)), identity.policy).findings == ()
        kept = FolderStorage(log).names("disclosures")
        assert all(int(name.rpartition("/")[2]) < size for name in kept)


def _record_until_killed(log: Path, identity: Identity, key: EntryKey, at: int) -> NoReturn:
    changes = 0

    def act(name: str, args: tuple[Any, ...]) -> None:
        nonlocal changes
        changes += 1
        if changes == at:
            os.kill(os.getpid(), signal.SIGKILL)

    intercept(pytest.MonkeyPatch(), act)
    try:
        with open_record(FolderStorage(log), identity, key) as record:
            one = Statement("protection-claimed", "c-1", personal={"told": "x"})
            two = Statement("departed", "c-1", personal={"full_name": "Ana"})
            record.append([(draft(one), ()), (draft(two), ())])
            record.publish()
    finally:
        os._exit(0)


def test_the_drill_reaches_every_step(
    tmp_path: Path, identity: Identity, write_log: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log(tmp_path / "log", [b"x"] * 240)
    seen: list[str] = []
    with monkeypatch.context() as patch:
        intercept(patch, lambda name, _: seen.append(name))
        with open_writer(FolderStorage(tmp_path / "log"), identity) as writer:
            for number in range(3):
                writer.append([b"%d" % number])
            writer.publish()
    assert 20 < len(seen) <= 34
    assert {"write", "fsync", "fdatasync", "replace"} <= set(seen)


@pytest.mark.parametrize("full_after", range(24))
def test_a_full_disk_is_told_and_leaves_a_whole_log(
    tmp_path: Path,
    identity: Identity,
    write_log: Write,
    monkeypatch: pytest.MonkeyPatch,
    full_after: int,
) -> None:
    log = tmp_path / "log"
    known = [b"entry %d" % index for index in range(255)]
    before = write_log(log, known)
    changes = 0

    def act(name: str, args: tuple[Any, ...]) -> None:
        nonlocal changes
        changes += 1
        if changes > full_after and name in ("write", "fsync", "fdatasync", "mkdir"):
            raise OSError(errno.ENOSPC, "No space left on device")

    def write_until_full() -> None:
        with monkeypatch.context() as patch, open_writer(FolderStorage(log), identity) as writer:
            intercept(patch, act)
            for number in range(3):
                writer.append([b"late %d" % number])
                known.append(b"late %d" % number)
            writer.publish()

    with pytest.raises(Refused) as refused:
        write_until_full()
    assert refused.value.message.code == "record.not-durable"
    assert refused.value.message.parameters["why"] == Message("basics.file-no-room")
    with open_writer(FolderStorage(log), identity) as writer:
        present = list(writer.entries_from(0))
        assert present[: len(known)] == known
        assert writer.publish().checkpoint.size == len(present)
    assert before != (log / "checkpoint").read_bytes() or len(present) == 255
