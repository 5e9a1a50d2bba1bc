"""Two officers compare their screens before anything is exchanged."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from safeconduct.basics import Severity
from safeconduct.exchange import disagreements, read_card, spoken_string
from safeconduct.record import Malformed
from tests.exchange.parties import Party

Parties = tuple[Party, Party]


def test_both_read_the_same_digits(parties: Parties) -> None:
    one, other = parties
    spoken = spoken_string(one.card, other.card)
    assert spoken == spoken_string(other.card, one.card)
    assert re.fullmatch(r"(\d{5} ){7}\d{5}", spoken)


@pytest.mark.parametrize("part", ["terms", "sealing", "signing", "party", "floor", "software"])
def test_whoever_was_shown_another_card_reads_other_digits(part: str, parties: Parties) -> None:
    one, other = parties
    shown = replace(other.card, **{part: "another"})  # type: ignore[arg-type]
    assert spoken_string(one.card, shown) != spoken_string(one.card, other.card)


def test_a_card_is_read_as_it_was_written(parties: Parties) -> None:
    for party in parties:
        assert read_card(bytes(party.card)) == party.card


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b"x" * 100_000])
def test_rubbish_is_no_card(data: bytes) -> None:
    with pytest.raises(Malformed) as refused:
        read_card(data)
    assert refused.value.message.code == "exchange.card"


DISAGREEMENTS = {
    "terms": ("sha256:other", "exchange.other-terms", Severity.ERROR),
    "agreement": ("another", "exchange.other-agreement", Severity.ERROR),
    "floor": ("sha256:other", "exchange.other-floor", Severity.ATTENTION),
    "software": ("0.2.0", "exchange.other-software", Severity.ATTENTION),
    "party": ("XA", "exchange.same-party", Severity.ERROR),
}


@pytest.mark.parametrize("part", DISAGREEMENTS)
def test_a_mismatch_is_shown_before_anything_is_exchanged(part: str, parties: Parties) -> None:
    one, other = parties
    value, code, severity = DISAGREEMENTS[part]
    (found,) = disagreements(one.card, replace(other.card, **{part: value}))  # type: ignore[arg-type]
    assert (found.message.code, found.severity) == (code, severity)


def test_parties_that_agree_have_nothing_to_settle(parties: Parties) -> None:
    one, other = parties
    assert disagreements(one.card, other.card) == ()
