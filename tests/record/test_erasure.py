"""Erasure, holds, and crashes between a value and its entry: nothing personal stays behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.record.entries import (
    Statement,
    draft,
    read_entry,
)
from safeconduct.record.erasure import erase
from safeconduct.record.log import FolderStorage, Identity
from safeconduct.record.log.folder import private_folder
from safeconduct.record.memory import Memory
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash
from tests.record.statements import ARRIVAL, CASE, CLAIM, NOON, Open, audited


def found_anywhere(folder: Path, needles: list[bytes]) -> list[bytes]:
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [needle for needle in needles if needle in whole]


def test_after_erasure_no_value_and_no_salt_is_found_and_the_old_proof_holds(
    tmp_path: Path, log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        (arrived,) = record.append([(draft(ARRIVAL), ())], NOON)
        record.publish()
    proof = Prover.of(open_source(str(log))).prove(arrived.index).proof
    personal = [one for one in arrived.disclosures if one.name in ARRIVAL.personal]
    needles = [one.text.encode() for one in personal]
    needles += ["Pérez".encode(), b"1990-05-01", b"P\\u00e9rez"]
    assert len(found_anywhere(tmp_path, needles)) >= 2
    with opened() as record:
        tombstone = erase(
            record, arrived.index, arrived.raw, ["full_name", "born_on"], "retention-ended", NOON
        )
        record.publish()
        kept = record.disclosures(arrived.index, arrived.raw)
    assert found_anywhere(tmp_path, needles) == []
    assert {one.name for one in kept} == {"recorded_at"}
    proof.verify(leaf_hash(arrived.raw), identity.policy)
    assert read_entry(tombstone.raw).claims["body"]
    assert audited(log, identity).findings == ()


def test_a_hold_blocks_erasure_until_it_is_released(opened: Open) -> None:
    hold = {"hold": "dispute-12"}
    with opened() as record:
        (arrived,) = record.append([(draft(ARRIVAL), ())], NOON)
        record.append([(draft(Statement("hold-placed", CASE, facts=hold)), ())], NOON)
    with opened() as record:
        with pytest.raises(Refused) as refused:
            erase(record, arrived.index, arrived.raw, ["full_name"], "retention-ended", NOON)
        assert refused.value.message.code == "record.under-hold"
        record.append([(draft(Statement("hold-released", CASE, facts=hold)), ())], NOON)
        erase(record, arrived.index, arrived.raw, ["full_name"], "retention-ended", NOON)


@pytest.mark.parametrize("name", ["case", "seq", "recorded_at", "no_such_value"])
def test_only_personal_values_can_be_erased(opened: Open, name: str) -> None:
    with opened() as record:
        (claimed,) = record.append([(draft(CLAIM), ())], NOON)
        with pytest.raises(Refused) as refused:
            erase(record, claimed.index, claimed.raw, [name], "retention-ended", NOON)
        assert refused.value.message.code == "record.nothing-to-erase"


def interrupted_at(monkeypatch: pytest.MonkeyPatch, owner: type, step: str, opened: Open) -> None:
    """Record an arrival and a protection claim, interrupted at a step."""

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    def append() -> None:
        with monkeypatch.context() as patch, opened() as record:
            patch.setattr(owner, step, crash)
            record.append([(draft(ARRIVAL), ()), (draft(CLAIM), ())], NOON)

    with pytest.raises(KeyboardInterrupt):
        append()


def test_a_crash_before_the_entries_are_durable_leaves_no_personal_value_behind(
    tmp_path: Path, log: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened():
        pass

    interrupted_at(monkeypatch, FolderStorage, "append_journal", opened)
    disclosures = private_folder(log) / "disclosures"
    count = len([p for p in disclosures.rglob("*") if p.is_file()])
    with opened() as record:
        after = len([p for p in disclosures.rglob("*") if p.is_file()])
        assert after == count - 2
        record.append([(draft(ARRIVAL), ())], NOON)


def test_a_crash_after_the_entries_are_durable_keeps_their_sequence(
    log: Path, opened: Open, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened() as record:
        record.append([(draft(ARRIVAL), ()), (draft(CLAIM), ())], NOON)

    interrupted_at(monkeypatch, Memory, "follow", opened)
    with opened() as record:
        third, claim = record.append([(draft(ARRIVAL), ()), (draft(CLAIM), ())], NOON)
        record.publish()
    assert (third.seq, claim.seq) == (3, 3)
    assert audited(log, identity).findings == ()
