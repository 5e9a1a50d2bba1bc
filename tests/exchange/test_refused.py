"""Whatever is wrong with a bundle is refused with its reason, kept, and changes nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from safeconduct.exchange import Bundle, Carried, ExchangeKeys, Haste, seal
from safeconduct.record import Statement
from tests.exchange.parties import (
    NOON,
    Party,
    exchange,
    later,
    mirror_folder,
    next_sealed,
    receive,
)

STAY = Statement("order-received", "case-1", facts={"kind": "stay"}, personal={"person": "P-7"})
Parties = tuple[Party, Party]


def bundle_of(sending: Party, receiving: Party, **changed: object) -> bytes:
    """An empty bundle at once, changed in one way, sealed by the sender."""
    bundle = Bundle(
        sending.origin,
        receiving.origin,
        sending.card.agreement,
        Haste.AT_ONCE,
        (),
        b"",
        (),
        NOON + timedelta(days=1),
    )
    return seal(replace(bundle, **changed), sending.keys, receiving.card)  # type: ignore[arg-type]


def for_somebody_else(sending: Party, receiving: Party) -> bytes:
    other = replace(receiving.card, sealing=ExchangeKeys.generate().sealing_public)
    bundle = Bundle(sending.origin, receiving.origin, "a", Haste.AT_ONCE, (), b"", (), NOON)
    return seal(bundle, sending.keys, other)


def by_somebody_else(sending: Party, receiving: Party) -> bytes:
    bundle = Bundle(sending.origin, receiving.origin, "a", Haste.AT_ONCE, (), b"", (), NOON)
    return seal(bundle, ExchangeKeys.generate(), receiving.card)


CASES: dict[str, tuple[Callable[[Party, Party], bytes], str]] = {
    "nothing at all": (lambda _s, _r: b"", "exchange.not-opened"),
    "rubbish": (lambda _s, _r: b"\x00\xff" * 50, "exchange.not-opened"),
    "sealed for somebody else": (for_somebody_else, "exchange.not-opened"),
    "signed by somebody else": (by_somebody_else, "record.entry-signature"),
    "from another log": (
        lambda s, r: bundle_of(s, r, sender="other.example/log"),
        "exchange.misaddressed",
    ),
    "to another log": (
        lambda s, r: bundle_of(s, r, recipient="other.example/log"),
        "exchange.misaddressed",
    ),
    "of another agreement": (
        lambda s, r: bundle_of(s, r, agreement="other"),
        "exchange.foreign-agreement",
    ),
    "expired": (lambda s, r: bundle_of(s, r, expires_at=NOON), "exchange.expired"),
    "an entry that is none": (
        lambda s, r: bundle_of(s, r, entries=(Carried(3, b"rubbish"),)),
        "record.jws",
    ),
    "in order, without a checkpoint": (
        lambda s, r: bundle_of(s, r, haste=Haste.IN_ORDER),
        "record.note-unsigned",
    ),
    "entries that do not follow each other": (
        lambda s, r: bundle_of(
            s, r, haste=Haste.IN_ORDER, entries=(Carried(0, b"a"), Carried(2, b"b"))
        ),
        "exchange.bundle-order",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_kept_and_changes_nothing(case: str, parties: Parties) -> None:
    sending, receiving = parties
    exchange(sending, receiving)
    make, code = CASES[case]
    data, before = make(sending, receiving), receiving.size()
    received = receive(receiving, sending, data)
    assert received.refused is not None
    assert received.refused.code == code
    assert received.answer.refused == code
    assert not received.arrived
    assert receiving.size() == before
    kept = mirror_folder(receiving, sending).with_name("xb-mirrors-xa.private") / "refused"
    assert [file.read_bytes() for file in kept.iterdir()] == [data]


def test_no_flipped_byte_gets_through(parties: Parties) -> None:
    sending, receiving = parties
    sending.write(STAY)
    data = next_sealed(sending, receiving)
    assert data is not None
    chance = random.Random(7)  # noqa: S311 - which bytes flip is no secret
    for _ in range(60):
        at = chance.randrange(len(data))
        other = data[:at] + bytes([data[at] ^ 1 << chance.randrange(7)]) + data[at + 1 :]
        received = receive(receiving, sending, other)
        assert received.refused is not None
        assert received.answer.size == 0
    assert receive(receiving, sending, data).refused is None


def test_a_bundle_that_lay_on_a_stick_too_long_is_made_anew(parties: Parties) -> None:
    sending, receiving = parties
    sending.write(STAY)
    data = next_sealed(sending, receiving)
    assert data is not None
    receiving.now = later(days=31)
    late = receive(receiving, sending, data)
    assert late.refused is not None
    assert late.refused.code == "exchange.expired"
    sending.now = later(days=31)
    assert exchange(sending, receiving)[0].arrived


def test_clocks_a_day_apart_stop_nothing(parties: Parties) -> None:
    sending, receiving = parties
    receiving.now = later(days=-1)
    sending.write(STAY)
    assert exchange(sending, receiving)[0].refused is None


def test_no_value_stands_in_clear_on_the_way(parties: Parties) -> None:
    sending, receiving = parties
    hidden = "A-NAME-NOBODY-MAY-READ"
    sending.write(replace(STAY, personal={"person": hidden}))
    data = next_sealed(sending, receiving)
    assert data is not None
    assert hidden.encode() not in data
    assert b"order-received" not in data


def test_what_is_withheld_stays_here(parties: Parties) -> None:
    sending, receiving = parties
    sending.withheld = lambda _entry, _disclosures: frozenset({"health"})
    sending.write(replace(STAY, personal={"person": "P-7", "health": "…"}))
    (received,) = exchange(sending, receiving)
    bodies = [one.claims.get("body") for one in received.arrived]
    assert {"kind": "stay", "person": "P-7"} in bodies
