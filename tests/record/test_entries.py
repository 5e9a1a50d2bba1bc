"""Entries: what stands in clear, what is hidden, what cannot be told from outside."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.record import disclosure_store
from safeconduct.record.entries import (
    Confidentiality,
    Entry,
    EntryKey,
    Presentation,
    Statement,
    draft,
    read_disclosure,
    read_entry,
)
from safeconduct.record.log import FolderStorage, Identity
from safeconduct.record.log.writer import LogWriter
from tests.record.statements import ARRIVAL, CASE, CLAIM, NOON, Open, audited, entries_of


def test_a_shared_entry_says_facts_in_clear_and_nothing_personal(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        (receipted,) = record.append([(draft(ARRIVAL), ())], NOON)
        record.publish()
    entry = read_entry(receipted.raw)
    body = entry.claims["body"]
    assert isinstance(body, dict)
    assert (entry.claims["event"], entry.claims["case"]) == ("arrived", CASE)
    assert (entry.claims["seq"], entry.claims["prev"]) == (1, "")
    assert entry.claims["recorded"] == "2026-03-01T12:00Z"
    assert body["place"] == "tilburg"
    assert "full_name" not in body
    for personal in ("Pérez", "1990", "12:34"):
        assert personal.encode() not in receipted.raw
    whole = Presentation(entry, receipted.disclosures).claims()
    assert whole["recorded_at"] == "2026-03-01T12:34:56+00:00"
    assert whole["body"] == {**ARRIVAL.facts, **ARRIVAL.personal}
    assert audited(log, identity).findings == ()


def test_digests_are_filled_up_so_that_their_count_tells_little() -> None:
    for count, digests in ((0, 4), (1, 4), (4, 4), (5, 8)):
        body = draft(Statement("arrived", personal={f"value_{i}": i for i in range(count)})).claims
        assert isinstance(body["body"], dict)
        assert isinstance(body["body"]["_sd"], list)
        assert len(set(body["body"]["_sd"])) == digests
        assert body["body"]["_sd"] == sorted(map(str, body["body"]["_sd"]))


def test_the_same_value_is_never_hidden_alike_twice() -> None:
    one, other = (draft(ARRIVAL) for _ in range(2))
    assert {d.digest for d in one.disclosures}.isdisjoint(d.digest for d in other.disclosures)
    assert one.digest != other.digest


def shape(entry: Entry) -> tuple[object, ...]:
    """All that an outsider sees of a sealed entry but the random digests."""
    digests = entry.claims["_sd"]
    assert isinstance(digests, list)
    lengths = tuple(len(str(digest)) for digest in digests)
    header = json.dumps(entry.jws.header, sort_keys=True)
    return (
        len(entry.raw),
        header,
        tuple(sorted(entry.claims)),
        lengths,
        digests == sorted(map(str, digests)),
    )


def nested(levels: int) -> Plain:
    value: Plain = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize("value", [0.5, 2**53, nested(20)], ids=["fraction", "number", "levels"])
def test_a_value_that_could_not_be_read_again_is_never_written(value: Plain) -> None:
    with pytest.raises(WrongInput) as refused:
        draft(replace(ARRIVAL, personal={"told": value}))
    assert [one.code for one in refused.value.findings] == ["record.value-not-held"]


@pytest.mark.parametrize("value", [2**53 - 1, nested(19), {"days": "0.5"}])
def test_the_largest_values_are_read_again(value: Plain) -> None:
    (hidden,) = draft(replace(ARRIVAL, personal={"told": value})).disclosures
    assert read_disclosure(hidden.text).value == value


@pytest.mark.parametrize(
    "sealed",
    [
        (),
        (CLAIM,),
        (CLAIM, CLAIM),
        (Statement("complaint-lodged", CASE, personal={"text": "x" * 3000}),),
        (Statement("decision", facts={"command": "count"}), CLAIM),
        (replace(ARRIVAL, confidentiality=Confidentiality.PROTECTED),),
    ],
    ids=["nothing", "a claim", "two claims", "a complaint", "a count and a claim", "an arrival"],
)
def test_a_protected_entry_cannot_be_told_from_its_neighbours_nor_counted(
    log: Path, opened: Open, identity: Identity, sealed: tuple[Statement, ...]
) -> None:
    with opened() as record:
        record.append([(draft(one), ()) for one in (ARRIVAL, *sealed)], NOON)
        record.publish()
    entries = entries_of(log)
    assert [entry.is_sealed for entry in entries[:1]] == [False]
    assert sum(entry.is_sealed for entry in entries) == 2
    assert len({shape(entry) for entry in entries if entry.is_sealed}) == 1
    clear = [entry.claims["seq"] for entry in entries if entry.claims.get("case") == CASE]
    assert clear == [1]
    assert audited(log, identity).findings == ()


def test_what_a_sealed_entry_says_is_known_to_its_owner_alone(log: Path, opened: Open) -> None:
    with opened() as record:
        first, second = record.append([(draft(CLAIM), ()), (draft(CLAIM), ())], NOON)
        whole = record.memory.opened(second.index, read_entry(second.raw))
        record.publish()
    assert whole["event"] == "protection-claimed"
    assert (whole["case"], whole["seq"], whole["prev"]) == (CASE, 2, first.leaf.hex())
    assert whole["body"] == CLAIM.personal
    public = b"".join(path.read_bytes() for path in log.rglob("*") if path.is_file())
    assert CASE.encode() not in public
    assert (
        disclosure_store.read(FolderStorage(log), second.index, second.leaf) == second.disclosures
    )


def test_covers_stand_at_any_place_among_the_entries(log: Path, opened: Open) -> None:
    with opened() as record:
        for _ in range(24):
            record.append([(draft(ARRIVAL), ())], NOON)
        record.publish()
    entries = entries_of(log)[1:]
    places = {tuple(e.is_sealed for e in entries[at : at + 3]) for at in range(0, len(entries), 3)}
    assert places == {(True, True, False), (True, False, True), (False, True, True)}


def test_a_left_out_entry_shows_in_the_sequence_of_its_case(
    log: Path, opened: Open, identity: Identity, key: EntryKey
) -> None:
    with opened() as record:
        record.append([(draft(ARRIVAL), ())] * 2, NOON)
        record.publish()
    assert audited(log, identity).findings == ()
    head = FolderStorage(log)
    assert len(head.names("chains/shared/")) == 2
    for name in head.names("chains/shared/"):
        data = json.loads(head.recall(name) or b"")
        if data["seq"] == 2:
            head.remember(name, json.dumps({**data, "seq": 3}).encode())
    with opened() as record:
        record.append([(draft(ARRIVAL), ())], NOON)
        record.publish()
    (finding,) = audited(log, identity).findings
    assert finding.code == "record.sequence"
    assert finding.message.parameters["case"] == CASE


def test_an_entry_made_for_another_log_or_by_an_undeclared_key_is_found(
    log: Path, opened: Open, identity: Identity, key: EntryKey
) -> None:
    stranger = EntryKey(Ed25519PrivateKey.generate())
    with opened() as record:
        record.publish()
    for maker, origin in ((stranger, identity.origin), (key, "other.example/log")):
        with FolderStorage(log).lock():
            writer = LogWriter(FolderStorage(log), identity)
            writer.append([maker.cover(origin)])
            writer.publish()
    codes = [finding.code for finding in audited(log, identity).findings]
    assert codes == ["record.entry-key", "record.entry-origin"]


def test_the_clock_may_go_back_and_nobody_loses_protection_by_it(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        record.append([(draft(ARRIVAL), ())], NOON + timedelta(hours=3))
        (receipted,) = record.append([(draft(ARRIVAL), ())], NOON)
        record.publish()
    assert [note.code for note in receipted.notes] == ["record.clock-went-back"]
    assert [f.code for f in audited(log, identity).findings] == ["record.entry-earlier"]
