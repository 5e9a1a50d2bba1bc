"""Entries cross in order, once, proved, and are answered with a receipt."""

from __future__ import annotations

from safeconduct.exchange import Link, Mirror
from safeconduct.record import FolderStorage, Statement, audit_log
from safeconduct.record.notes import read_policy
from safeconduct.record.tiles import open_source
from tests.exchange.parties import Party, acknowledge, exchange, mirror_folder, next_sealed, receive

STAY = Statement("order-received", "case-1", facts={"kind": "stay"}, personal={"person": "P-7"})
SEAL = Statement("manifest-sealed", "case-1", facts={"manifest": "M-1"})


def test_what_one_party_wrote_stands_as_its_statement_at_the_other(
    parties: tuple[Party, Party],
) -> None:
    sending, receiving = parties
    sending.write(STAY)
    (received,) = exchange(sending, receiving)
    said = [one.claims for one in received.arrived if one.claims.get("event") == "order-received"]
    assert [one["body"] for one in said] == [{"kind": "stay", "person": "P-7"}]


def test_the_mirror_verifies_as_the_log_that_it_is(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY, SEAL)
    exchange(sending, receiving)
    folder = mirror_folder(receiving, sending)
    policy = read_policy((sending.log.with_name("xa.private") / "policy.txt").read_bytes())
    audit = audit_log(open_source(str(folder)), policy)
    assert audit.findings == ()


def test_a_permissive_act_is_receipted_by_its_leaf(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    (written,) = sending.write(SEAL)
    (received,) = exchange(sending, receiving)
    named = {(one.facts.get("leaf"), one.facts.get("index")) for one in received.receipts}
    assert (written.leaf.hex(), written.index) in named


def test_sending_the_same_bundle_again_changes_nothing(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    data = next_sealed(sending, receiving)
    assert data is not None
    first, again = receive(receiving, sending, data), receive(receiving, sending, data)
    assert first.arrived
    assert again.refused is None
    assert not again.arrived
    assert not again.receipts
    assert again.answer.size == first.answer.size


def test_a_lost_answer_is_made_up_for_by_the_next(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    data = next_sealed(sending, receiving)
    assert data is not None
    receive(receiving, sending, data)  # the answer is lost on the way
    sending.write(SEAL)
    data = next_sealed(sending, receiving)
    assert data is not None
    received = receive(receiving, sending, data)
    acknowledge(sending, receiving, received)
    assert [one.claims["event"] for one in received.arrived if "event" in one.claims] == [
        "manifest-sealed"
    ]
    assert sending.link.has == sending.size()


def test_the_recipient_cosigns_the_checkpoint(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    (received,) = exchange(sending, receiving)
    assert receiving.cosigner.name in received.answer.cosignature


def test_a_bundle_out_of_order_waits_for_the_one_before(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    first = next_sealed(sending, receiving)
    sending.link = Link(has=sending.size())
    sending.write(SEAL)
    second = next_sealed(sending, receiving)
    assert first is not None
    assert second is not None
    refused = receive(receiving, sending, second)
    assert refused.refused is not None
    assert refused.refused.code == "exchange.gap"
    assert receive(receiving, sending, first).refused is None
    assert receive(receiving, sending, second).refused is None


def test_a_restored_recipient_is_sent_what_it_lost(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    exchange(sending, receiving)
    folder = mirror_folder(receiving, sending)
    folder.rename(folder.with_name("lost"))
    folder.with_name(folder.name + ".private").rename(folder.with_name("lost.private"))
    sending.write(SEAL)
    exchange(sending, receiving)
    exchange(sending, receiving)
    storage = FolderStorage(folder)
    with storage.lock():
        assert Mirror(storage, sending.card).size == sending.size()


def test_receipts_are_not_answered_with_receipts(parties: tuple[Party, Party]) -> None:
    sending, receiving = parties
    sending.write(STAY)
    rounds = 0
    while exchange(sending, receiving) or exchange(receiving, sending):
        rounds += 1
        assert rounds < 5
