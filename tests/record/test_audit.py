"""Auditing: alone or with other processes, with sealed entries opened or not, the same verdict."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.record import audit as auditing
from safeconduct.record import disclosure_store
from safeconduct.record.audit import Audit, audit_log
from safeconduct.record.entries import Draft, EntryKey, Statement, draft
from safeconduct.record.entries.entry import Place
from safeconduct.record.log import FolderStorage, Identity
from safeconduct.record.reading_ahead import ReadAhead, read_entries
from safeconduct.record.record import opening
from safeconduct.record.strict_text import to_base64url
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash
from tests.record.statements import ARRIVAL, CASE, CLAIM, NOON, Open

ENTRIES = 1_400
FORGED, MISPLACED, FOREIGN, ROTATED = 300, 600, 900, 1_100
WriteLog = Callable[[Path, Iterable[bytes]], bytes]


@pytest.fixture(autouse=True)
def worth_sharing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every log is worth sharing out, however short."""
    monkeypatch.setattr(auditing, "WORTH_SHARING", 1)


def issued(identity: Identity) -> Iterator[bytes]:
    """One long case: an entry forged, one out of its place, one of another program, a new key."""
    old, new = (EntryKey(Ed25519PrivateKey.from_private_bytes(bytes([n] * 32))) for n in (1, 2))
    raw, _ = old.issue(identity.origin, opening(identity, old), Place(1, ""), (), NOON)
    yield raw
    previous, key = "", old
    for seq in range(1, ENTRIES):
        place = Place(seq + (seq == MISPLACED), previous)
        one = rotation(old, new) if seq == ROTATED else draft(ARRIVAL)
        before = raw
        raw, _ = key.issue(identity.origin, one, place, (), NOON)
        previous = leaf_hash(raw).hex()
        key = new if seq >= ROTATED else old
        if seq == FORGED:
            raw = raw.rpartition(b".")[0] + b"." + before.rpartition(b".")[2]
            previous = leaf_hash(raw).hex()
        yield b"of another program" if seq == FOREIGN else raw


def rotation(old: EntryKey, new: EntryKey) -> Draft:
    facts = {"use": "entry", "key": to_base64url(new.public), "replaces": old.kid}
    return draft(Statement("key-rotated", CASE, ARRIVAL.agreement, {**facts}))


def said(audit: Audit) -> list[tuple[str, int | str | None]]:
    return [(one.code, one.location.column) for one in audit.findings]


def test_several_processes_find_what_one_finds_and_each_fault_once(
    tmp_path: Path, identity: Identity, write_log: WriteLog
) -> None:
    write_log(tmp_path / "log", issued(identity))
    source = open_source(str(tmp_path / "log"))
    alone = audit_log(source, identity.policy)
    assert said(alone) == [
        ("record.entry-signature", FORGED),
        ("record.sequence", FORGED + 1),
        ("record.sequence", MISPLACED),
        ("record.sequence", MISPLACED + 1),
        ("record.jws", FOREIGN),
        ("record.sequence", FOREIGN + 1),
    ]
    assert audit_log(source, identity.policy, processes=2) == alone


def test_a_process_that_is_ended_makes_the_audit_slower_and_no_less_strict(
    tmp_path: Path, identity: Identity, write_log: WriteLog
) -> None:
    raws = list(issued(identity))[:4]
    old = EntryKey(Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)))
    keys = {old.kid: old.public}
    ahead = ReadAhead(2)
    try:
        (first, *_) = [*ahead.read(0, raws, raws, keys), *ahead.rest()]
        for process in multiprocessing.active_children():
            process.kill()
        (after, *_) = [*ahead.read(0, raws, raws, keys), *ahead.rest()]
    finally:
        ahead.close()
    assert [one and one.signed_with for one in first.entries] == [old.public] * 4
    assert [one and one.signed_with for one in after.entries] == [b""] * 4
    assert read_entries(raws, keys) == first.entries


class TestSealedEntries:
    """Its owner, or a court that is given the private folder, follows what is sealed as well."""

    @pytest.fixture
    def claims(self, opened: Open) -> list[int]:
        """Three protection claims in one case; their places in the log."""
        with opened() as record:
            places = [record.append([(draft(CLAIM), ())], NOON)[0].index for _ in range(3)]
            record.publish(NOON)
        return places

    def audited(self, log: Path, identity: Identity) -> Audit:
        storage = FolderStorage(log)
        return audit_log(
            open_source(str(log)),
            identity.policy,
            disclosed=lambda index, leaf: disclosure_store.read(storage, index, leaf),
        )

    @pytest.mark.usefixtures("claims")
    def test_a_whole_sequence_is_no_finding(self, log: Path, identity: Identity) -> None:
        assert self.audited(log, identity).findings == ()

    def test_a_claim_that_its_owner_would_rather_forget_leaves_a_gap(
        self, log: Path, identity: Identity, claims: list[int]
    ) -> None:
        (kept,) = log.with_name(log.name + ".private").rglob(f"{claims[1]:015d}")
        kept.unlink()
        assert said(self.audited(log, identity)) == [("record.sequence", claims[2])]

    def test_disclosures_of_another_entry_are_refused(
        self, log: Path, identity: Identity, claims: list[int]
    ) -> None:
        private = log.with_name(log.name + ".private")
        (one,), (other,) = (list(private.rglob(f"{at:015d}")) for at in claims[:2])
        head = other.read_text().partition("\n")[0]
        other.write_text("\n".join([head, *one.read_text().split("\n")[1:]]))
        assert said(self.audited(log, identity))[0] == ("record.disclosure-foreign", claims[1])
