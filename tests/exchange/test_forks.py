"""A party that rewrites, or shows two histories, is found, and the proof of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.record import FolderStorage, Statement
from safeconduct.record.log import evidence
from tests.exchange.parties import Party, copy_of, exchange, mirror_folder, put_back

STAY = Statement("order-received", "case-1", facts={"kind": "stay"}, personal={"person": "P-7"})
SEAL = Statement("manifest-sealed", "case-1", facts={"manifest": "M-1"})


def test_a_log_that_was_rewritten_is_refused_and_the_fork_is_kept(
    parties: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending, receiving = parties
    copy_of(sending, tmp_path / "copy")
    sending.write(STAY)
    exchange(sending, receiving)
    put_back(sending, tmp_path / "copy")
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "another machine"))
    sending.write(SEAL)
    sending.write(SEAL)  # longer than what the other party has
    received = exchange(sending, receiving)[-1]
    assert received.refused is not None
    assert not received.arrived
    storage = FolderStorage(mirror_folder(receiving, sending))
    with storage.lock():
        (kept,) = evidence.kept(storage)
    assert kept.count(sending.origin.encode()) >= 2
