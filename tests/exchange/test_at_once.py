"""Protective entries overtake; permissive ones never do; nothing is delivered twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeconduct.exchange import Inbox, Mirror, Received
from safeconduct.record import FolderStorage, Statement
from tests.exchange.parties import (
    Party,
    copy_of,
    exchange,
    mirror_folder,
    put_back,
    receive,
    urgent_sealed,
)

STAY = Statement("order-received", "case-1", facts={"kind": "stay"}, personal={"person": "P-7"})
SEAL = Statement("manifest-sealed", "case-1", facts={"manifest": "M-1"})
COMPLAINT = Statement("complaint-lodged", "case-1", personal={"says": "…"})


def events(received: Received) -> list[str]:
    return [str(one.claims["event"]) for one in received.arrived if "event" in one.claims]


def test_a_stay_order_arrives_before_it_is_published(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    written = sending.write(STAY, publish=False)
    data = urgent_sealed(sending, receiving, written)
    assert data is not None
    received = receive(receiving, sending, data)
    assert events(received) == ["order-received"]
    assert received.arrived[0].ahead
    assert received.answer.leaves == (written[0].leaf.hex(),)


def test_its_range_follows_and_does_not_deliver_it_again(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    written = sending.write(STAY)
    data = urgent_sealed(sending, receiving, written)
    assert data is not None
    receive(receiving, sending, data)
    again = receive(receiving, sending, data)
    (in_order,) = exchange(sending, receiving)
    assert events(again) == events(in_order) == []


def test_a_permissive_act_does_not_overtake(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    assert urgent_sealed(sending, receiving, sending.write(SEAL)) is None


def test_what_would_expose_a_person_is_never_sent_at_once(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    assert urgent_sealed(sending, receiving, sending.write(COMPLAINT)) is None


def test_an_entry_that_came_at_once_and_was_left_out_of_the_log_is_found(
    parties: tuple[Party, Party], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    copy_of(sending, tmp_path / "copy")
    data = urgent_sealed(sending, receiving, sending.write(STAY, publish=False))
    assert data is not None
    receive(receiving, sending, data)
    put_back(sending, tmp_path / "copy")
    monkeypatch.setenv("SAFECONDUCT_STATE", str(tmp_path / "another machine"))
    sending.write(SEAL, SEAL, SEAL)
    exchange(sending, receiving)
    storage = FolderStorage(mirror_folder(receiving, sending))
    with storage.lock():
        mirror = Mirror(storage, sending.card)
        inbox = Inbox(storage, mirror, receiving.card, sending.card, receiving.keys)
        assert len(inbox.overdue()) == 1
