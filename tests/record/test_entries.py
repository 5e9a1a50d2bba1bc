"""Entries: what stands in clear, what is hidden, who signed, what cannot be told from outside."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.basics import WrongInput
from safeconduct.record import disclosure_store
from safeconduct.record.audit import Audit, audit_log, check_acts
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
    sign_act,
)
from safeconduct.record.entries.disclosure import disclose
from safeconduct.record.entries.entry import Place
from safeconduct.record.entries.presentation import choose
from safeconduct.record.entries.statement_file import read_statements
from safeconduct.record.erasure import erase
from safeconduct.record.log import FolderStorage, Identity
from safeconduct.record.log.folder import private_folder
from safeconduct.record.log.writer import LogWriter
from safeconduct.record.memory import Memory
from safeconduct.record.proving import Prover
from safeconduct.record.record import Record, open_record, opening
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import to_base64url
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash

NOON = datetime(2026, 3, 1, 12, 34, 56, tzinfo=UTC)
CASE = "5f0c7a52-7a31-4f3e-a4d6-0d6a8d6a1f10"
ARRIVAL = Statement(
    "arrived",
    CASE,
    "be-nl-2009-tilburg",
    {"place": "tilburg", "terms": "sha256:" + "0" * 64},
    {"full_name": "Ana María Pérez", "born_on": "1990-05-01"},
)
CLAIM = Statement("protection-claimed", CASE, "", {}, {"told": "Fears return to their country."})

Open = Callable[[], contextlib.AbstractContextManager[Record]]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    FolderStorage.make(tmp_path / "log")
    return tmp_path / "log"


@pytest.fixture
def key() -> EntryKey:
    return EntryKey(Ed25519PrivateKey.generate())


@pytest.fixture
def opened(log: Path, identity: Identity, key: EntryKey) -> Open:
    """Opens the record, whose first entry says which keys issue it."""

    @contextlib.contextmanager
    def open_it() -> Iterator[Record]:
        with open_record(FolderStorage(log), identity, key) as record:
            if record.size == 0:
                record.append([(opening(identity, key), ())], NOON)
            yield record

    return open_it


def audited(log: Path, identity: Identity) -> Audit:
    return audit_log(open_source(str(log)), identity.policy)


def entries_of(log: Path) -> list[Entry]:
    prover = Prover.of(open_source(str(log)))
    return [read_entry(prover.entry(index)) for index in range(prover.checkpoint.size)]


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


OFFICER = Ed25519PrivateKey.generate()


def enrolment(office: str = "court.hasselt/judge") -> Statement:
    public = to_base64url(OFFICER.public_key().public_bytes_raw())
    return Statement("key-enrolled", facts={"key": public, "office": office})


def test_a_signature_is_an_act_over_the_decision_from_an_office(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        lifting = draft(Statement("stay-lifted", CASE, facts={"order": "order-7"}))
        act = sign_act(
            OFFICER, lifting.digest, "court.hasselt/judge", ["order-authenticated"], NOON
        )
        (receipted,) = record.append([(lifting, [act])], NOON)
        record.publish()
        keyring = record.memory.keyring
    assert audited(log, identity).findings == ()
    claims = dict(read_entry(receipted.raw).claims)
    check_acts(claims, keyring, receipted.index)
    body = claims["body"]
    assert isinstance(body, dict)
    for changed in ({"case": "another"}, {"event": "cleared"}, {"body": {**body, "order": "8"}}):
        with pytest.raises(Refused) as refused:
            check_acts({**claims, **changed}, keyring, receipted.index)
        assert refused.value.message.code == "record.act-decision"


@pytest.mark.parametrize(
    ("signer", "office", "decision", "code"),
    [
        (OFFICER, "court.hasselt/judge", "sha256:" + "0" * 64, "record.act-decision"),
        (OFFICER, "court.ghent/judge", None, "record.act-office"),
        (Ed25519PrivateKey.generate(), "court.hasselt/judge", None, "record.act-key"),
    ],
)
def test_an_act_that_does_not_hold_is_never_recorded(
    opened: Open,
    signer: Ed25519PrivateKey,
    office: str,
    decision: str | None,
    code: str,
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        one = draft(Statement("stay-lifted", CASE))
        before = record.size
        act = sign_act(signer, decision or one.digest, office, [], NOON)
        with pytest.raises(WrongInput) as wrong:
            record.append([(one, [act])], NOON)
        assert wrong.value.findings[0].code == code
        assert record.size == before


def test_a_revoked_officer_signs_nothing_more_and_what_was_signed_stays_good(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        record.append([(draft(enrolment()), ())], NOON)
        one = draft(Statement("stay-lifted", CASE))
        act = sign_act(OFFICER, one.digest, "court.hasselt/judge", [], NOON)
        record.append([(one, [act])], NOON)
        kid = next(k for k, v in record.memory.keyring.keys.items() if v.office)
        record.append([(draft(Statement("key-revoked", facts={"kid": kid})), ())], NOON)
        two = draft(Statement("stay-lifted", CASE))
        again = sign_act(OFFICER, two.digest, "court.hasselt/judge", [], NOON)
        with pytest.raises(WrongInput):
            record.append([(two, [again])], NOON)
        record.publish()
    assert audited(log, identity).findings == ()


@pytest.mark.parametrize(
    "bad",
    [
        Statement("key-enrolled", facts={"key": "AAAA", "office": "x"}),
        Statement("key-enrolled", facts={"office": "x"}),
        Statement("key-revoked", facts={"kid": "nobody"}),
        Statement("record-opened", facts={"key": "AAAA"}),
        Statement("key-rotated", facts={"use": "entry", "key": "AAAA"}),
        replace(enrolment(), confidentiality=Confidentiality.INTERNAL),
    ],
    ids=lambda statement: statement.event,
)
def test_an_entry_about_keys_that_cannot_be_read_is_never_recorded(
    opened: Open, bad: Statement
) -> None:
    with opened() as record:
        before = record.size
        with pytest.raises(WrongInput):
            record.append([(draft(bad), ())], NOON)
        assert record.size == before


def test_keys_change_in_batches_of_their_own_and_nothing_follows_under_the_old_one(
    log: Path, opened: Open, identity: Identity
) -> None:
    with opened() as record:
        with pytest.raises(WrongInput) as wrong:
            record.append([(draft(enrolment()), ()), (draft(ARRIVAL), ())], NOON)
        assert wrong.value.findings[0].code == "record.key-entry-alone"
        for _ in range(12):
            record.append([(draft(fresh_enrolment()), ())], NOON)
            entries = record.memory.keyring.entries()
            assert max(entries) == record.size - 1
        record.publish()
    assert audited(log, identity).findings == ()


def fresh_enrolment() -> Statement:
    public = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    return Statement("key-enrolled", facts={"key": to_base64url(public), "office": "court/judge"})


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
