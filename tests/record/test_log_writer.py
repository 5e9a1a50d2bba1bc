"""Writing a log: what stands after every append, publication, crash and restoration."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from safeconduct.basics import WrongInput
from safeconduct.record.log import FolderStorage, Identity, open_writer
from safeconduct.record.log.folder import private_folder
from safeconduct.record.notes import checkpoint_of, open_note, parse_note
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import TileReader, audit_tree, open_source, read_bundle
from safeconduct.record.tree import CompactRange, inclusion_proof, leaf_hash, verify_inclusion

Write = Callable[[Path, Iterable[bytes]], bytes]


def entries_of(count: int, start: int = 0) -> list[bytes]:
    return [b"entry %d" % index for index in range(start, start + count)]


def append_and_publish(log: Path, identity: Identity, entries: list[bytes]) -> int:
    with open_writer(FolderStorage(log), identity) as writer:
        writer.append(entries)
        return writer.publish().checkpoint.size


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 1000])
def test_a_log_of_any_size_audits_to_its_own_checkpoint(
    tmp_path: Path, write_log: Write, identity: Identity, size: int
) -> None:
    note = write_log(tmp_path / "log", entries_of(size))
    key = identity.keys[0].verifier_key
    checkpoint = checkpoint_of(open_note(parse_note(note), [key]).text)
    audit = audit_tree(open_source(str(tmp_path / "log")), checkpoint.size)
    expected = CompactRange().extended(map(leaf_hash, entries_of(size)))
    assert (checkpoint.size, checkpoint.root) == (size, expected.root)
    assert audit.root == checkpoint.root


def test_seventy_thousand_entries_lie_in_the_tiles_of_the_specification(
    tmp_path: Path, write_log: Write
) -> None:
    write_log(tmp_path / "log", entries_of(70_000))
    tiles = tmp_path / "log" / "tile"
    assert len([p for p in (tiles / "0").iterdir() if p.is_file()]) == 273
    assert (tiles / "0/273.p/112").stat().st_size == 112 * 32
    assert (tiles / "1/000").stat().st_size == 256 * 32
    assert (tiles / "1/001.p/17").stat().st_size == 17 * 32
    assert (tiles / "2/000.p/1").stat().st_size == 32
    assert not (tiles / "3").exists()
    assert read_bundle((tiles / "entries/273.p/112").read_bytes(), 112)[-1] == b"entry 69999"


def test_every_entry_of_a_log_that_grew_step_by_step_is_proved(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, [])
    for step, count in enumerate((1, 1, 3, 250, 1, 1, 300)):
        append_and_publish(log, identity, entries_of(count, start=1000 * step))
    source = open_source(str(log))
    note = source.read("checkpoint")
    assert note is not None
    checkpoint = checkpoint_of(parse_note(note).text)
    assert audit_tree(source, checkpoint.size).root == checkpoint.root
    reader = TileReader(source, checkpoint.size)
    for index in range(0, checkpoint.size, 7):
        leaf = leaf_hash(reader.entry(index))
        proof = inclusion_proof(index, checkpoint.size, reader.node)
        verify_inclusion(index, checkpoint.size, leaf, proof, checkpoint.root)


def test_entries_have_their_place_before_they_are_published(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(3))
    with open_writer(FolderStorage(log), identity) as writer:
        assert writer.append([b"a stay order arrives"]) == 3
    with open_writer(FolderStorage(log), identity) as writer:
        assert list(writer.entries_from(2)) == [b"entry 2", b"a stay order arrives"]
        assert writer.append([b"and another"]) == 4
        assert writer.publish().checkpoint.size == 5


@pytest.mark.parametrize("entry", [b"", b"x" * 65_536])
def test_an_entry_without_bytes_or_with_too_many_is_refused_and_adds_nothing(
    tmp_path: Path, identity: Identity, write_log: Write, entry: bytes
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(2))
    with open_writer(FolderStorage(log), identity) as writer:
        with pytest.raises(Refused) as refused:
            writer.append([b"good", entry])
        assert refused.value.message.code == "record.entry-too-long"
        assert writer.size == 2
        writer.append([b"x" * 65_535])
        assert writer.publish().checkpoint.size == 3


def copy_of(log: Path, to: Path) -> None:
    shutil.copytree(log, to)
    shutil.copytree(private_folder(log), private_folder(to))


def test_a_log_restored_from_an_older_copy_refuses_to_sign(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log, backup = tmp_path / "log", tmp_path / "backup"
    write_log(log, entries_of(5))
    copy_of(log, backup)
    append_and_publish(log, identity, [b"the act that the backup does not know"])
    with pytest.raises(Refused) as refused, open_writer(FolderStorage(backup), identity):
        pass
    assert refused.value.message.code == "record.older-copy"


def test_public_tiles_restored_beside_a_newer_private_part_are_noticed(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(256))
    shutil.copytree(log, tmp_path / "old")
    append_and_publish(log, identity, entries_of(600, 256))
    shutil.rmtree(log)
    (tmp_path / "old").rename(log)
    with pytest.raises(Refused), open_writer(FolderStorage(log), identity):
        pass


def test_an_older_journal_beside_a_newer_guard_is_noticed(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(5))
    journal = private_folder(log) / "journal"
    older = journal.read_bytes()
    append_and_publish(log, identity, [b"one more"])
    journal.write_bytes(older)
    with pytest.raises(Refused) as refused, open_writer(FolderStorage(log), identity):
        pass
    assert refused.value.message.code == "record.older-copy"


def test_a_rewritten_entry_is_noticed_before_anything_is_signed(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(5))
    storage = FolderStorage(log)
    storage.restart_journal(0, [b"another history", *entries_of(4, 1)])
    with pytest.raises(Refused) as refused, open_writer(storage, identity):
        pass
    assert refused.value.message.code == "record.other-tree"


def test_a_guard_that_cannot_be_read_stops_the_log(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(5))
    (private_folder(log) / "guard.json").write_text(json.dumps({"size": "many"}))
    with pytest.raises(Refused) as refused, open_writer(FolderStorage(log), identity):
        pass
    assert refused.value.message.code == "record.guard-damaged"


def test_a_torn_last_frame_was_never_acknowledged_and_is_cut_off(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(5))
    journal = private_folder(log) / "journal"
    whole = journal.read_bytes()
    with open_writer(FolderStorage(log), identity) as writer:
        writer.append([b"the frame that tears"])
    longer = journal.read_bytes()
    for cut in range(len(whole) + 1, len(longer)):
        journal.write_bytes(longer[:cut])
        with open_writer(FolderStorage(log), identity) as writer:
            assert writer.size == 5
    journal.write_bytes(whole + bytes(40))
    with open_writer(FolderStorage(log), identity) as writer:
        writer.append([b"the next"])
        assert writer.publish().checkpoint.size == 6


def test_damage_before_the_last_frame_is_no_torn_write(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, [])
    for entry in entries_of(3):
        with open_writer(FolderStorage(log), identity) as writer:
            writer.append([entry])
    journal = private_folder(log) / "journal"
    data = bytearray(journal.read_bytes())
    data[data.index(b"entry 0")] ^= 1
    journal.write_bytes(data)
    with pytest.raises(Refused) as refused, open_writer(FolderStorage(log), identity):
        pass
    assert refused.value.message.code == "record.journal-damaged"


def test_a_tile_never_changes_once_it_was_written(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, entries_of(5))
    with pytest.raises(Refused) as refused:
        FolderStorage(log).create([("tile/0/000.p/5", b"other hashes")])
    assert refused.value.message.code == "record.immutable-differs"


def test_two_writers_take_turns_and_lose_nothing(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, [])

    def write(who: int) -> None:
        for number in range(10):
            append_and_publish(log, identity, [b"writer %d, entry %d" % (who, number)])

    writers = [threading.Thread(target=write, args=(who,)) for who in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_writer(FolderStorage(log), identity) as whole:
        assert len(set(whole.entries_from(0))) == whole.size == 30


def test_a_second_writer_gives_up_after_a_while(
    tmp_path: Path, identity: Identity, write_log: Write
) -> None:
    log = tmp_path / "log"
    write_log(log, [])
    with (
        open_writer(FolderStorage(log), identity),
        pytest.raises(WrongInput) as busy,
        open_writer(FolderStorage(log, lock_seconds=0.1), identity),
    ):
        pass
    assert busy.value.findings[0].code == "record.log-busy"


def test_a_log_is_never_made_over_another(tmp_path: Path, write_log: Write) -> None:
    write_log(tmp_path / "log", [])
    with pytest.raises(WrongInput) as taken:
        FolderStorage.make(tmp_path / "log")
    assert taken.value.findings[0].code == "record.log-exists"
