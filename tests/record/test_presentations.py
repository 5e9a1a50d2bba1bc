"""Statements that are refused, and presentations that show what was chosen and no more."""

from __future__ import annotations

import contextlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import WrongInput
from safeconduct.record.entries import (
    Confidentiality,
    Entry,
    EntryKey,
    Presentation,
    Statement,
    draft,
    parse_presentation,
    read_disclosure,
    read_entry,
)
from safeconduct.record.entries.disclosure import disclose
from safeconduct.record.entries.entry import Place
from safeconduct.record.entries.presentation import choose
from safeconduct.record.entries.statement_file import read_statements
from safeconduct.record.refusal import Malformed, Refused
from tests.record.statements import ARRIVAL, CLAIM, NOON

FAULTY = {
    "record.unknown-event": Statement("invented"),
    "record.fact-not-clear": Statement("arrived", facts={"remark": "She was afraid."}),
    "record.claim-name": Statement("arrived", personal={"Full Name": "x"}),
    "record.claim-twice": Statement("arrived", facts={"a": 1}, personal={"a": 1}),
    "record.class-too-wide": Statement("complaint-lodged", confidentiality=Confidentiality.SHARED),
}


@pytest.mark.parametrize(("code", "statement"), FAULTY.items(), ids=FAULTY.keys())
def test_a_statement_that_would_say_too_much_is_refused(code: str, statement: Statement) -> None:
    with pytest.raises(WrongInput) as wrong:
        draft(statement)
    assert [finding.code for finding in wrong.value.findings] == [code]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[1]",
        b'{"event": 1}',
        b'{"event": "arrived", "facts": []}',
        b'{"event": "arrived", "secret": 1}',
        b'{"event": "arrived", "class": "open"}',
        b'{"event": "arrived", "event": "departed"}',
        b'{"event": "arrived", "facts": {"n": 1.5}}',
        b"[" * 100_000,
    ],
)
def test_a_malformed_statement_file_is_wrong_input(data: bytes) -> None:
    with pytest.raises(WrongInput):
        read_statements(data, "statement.json")


# RFC 9901, section 4.2: worked digests of disclosures.
RFC_DISCLOSURES = {
    "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0": (
        "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
        ("family_name", "Möbius"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), RFC_DISCLOSURES.items())
def test_disclosures_are_those_of_the_rfc(text: str, expected: tuple[str, tuple[str, str]]) -> None:
    read = read_disclosure(text)
    assert (read.digest, (read.name, read.value)) == expected


def shared_entry() -> tuple[Entry, Presentation]:
    one = draft(ARRIVAL)
    maker = EntryKey(Ed25519PrivateKey.generate())
    raw, disclosures = maker.issue("o.example/log", one, Place(1, ""), (), NOON)
    return read_entry(raw), Presentation(read_entry(raw), disclosures)


def test_a_presentation_shows_what_was_chosen_and_no_more() -> None:
    _, whole = shared_entry()
    chosen = Presentation(whole.entry, choose(whole.disclosures, ["born_on"]))
    read = parse_presentation(str(chosen))
    body = read.claims()["body"]
    assert body == {**ARRIVAL.facts, "born_on": "1990-05-01"}
    assert "Pérez" not in json.dumps(read.claims(), ensure_ascii=False)


def test_a_value_nested_in_a_sealed_body_brings_the_body_along() -> None:
    maker = EntryKey(Ed25519PrivateKey.generate())
    raw, disclosures = maker.issue("o.example/log", draft(CLAIM), Place(1, ""), (), NOON)
    chosen = choose(disclosures, ["told"])
    assert {one.name for one in chosen} == {"told", "body"}
    assert Presentation(read_entry(raw), chosen).claims() == {
        "iss": "o.example/log",
        "body": CLAIM.personal,
    }


def test_a_disclosure_that_is_not_of_the_entry_is_refused() -> None:
    entry, whole = shared_entry()
    foreign = Presentation(entry, (disclose("full_name", "somebody else"),))
    twice = Presentation(entry, (*whole.disclosures, whole.disclosures[0]))
    for presentation, code in (
        (foreign, "record.disclosure-foreign"),
        (twice, "record.disclosure-twice"),
    ):
        with pytest.raises(Refused) as refused:
            presentation.claims()
        assert refused.value.message.code == code


@given(st.integers(min_value=0), st.integers(1, 127))
@settings(max_examples=300, deadline=None)
def test_no_changed_byte_of_a_presentation_goes_unseen(place: int, change: int) -> None:
    text = bytearray(str(WHOLE).encode())
    text[place % len(text)] ^= change
    with pytest.raises(Refused):
        verified_claims(text.decode("latin-1"))


def verified_claims(text: str) -> object:
    presentation = parse_presentation(text)
    presentation.entry.jws.verify(WHOLE_KEY)
    return presentation.claims()


_MAKER = Ed25519PrivateKey.generate()
WHOLE_KEY = _MAKER.public_key().public_bytes_raw()


def _whole() -> Presentation:
    raw, found = EntryKey(_MAKER).issue("o.example/l", draft(ARRIVAL), Place(1, ""), (), NOON)
    return Presentation(read_entry(raw), found)


WHOLE = _whole()


@pytest.mark.parametrize(
    "parse",
    [
        read_entry,
        lambda data: parse_presentation(data.decode("latin-1")),
        lambda data: read_disclosure(data.decode("latin-1")),
    ],
)
@given(st.one_of(st.binary(max_size=200), st.from_regex(rb"\A[\w.~-]{0,200}\Z")))
@settings(max_examples=150, deadline=None)
def test_no_bytes_whatever_break_a_reader(parse: object, data: bytes) -> None:
    assert callable(parse)
    with contextlib.suppress(Malformed):
        parse(data)
