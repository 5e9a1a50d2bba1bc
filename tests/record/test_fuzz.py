"""Every reader of the record, given bytes that nobody meant: a refusal, never anything else."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.basics import WrongInput
from safeconduct.record.entries import (
    EntryKey,
    draft,
    parse_presentation,
    read_act,
    read_disclosure,
    read_entry,
    sign_act,
)
from safeconduct.record.entries.canonical import read_json
from safeconduct.record.entries.entry import Place
from safeconduct.record.entries.statement_file import read_statements
from safeconduct.record.keys import KeyUse, StoredKey, read_key_file, write_key_file
from safeconduct.record.log.guard import Guard, read_guard
from safeconduct.record.log.journal import Journal
from safeconduct.record.notes import (
    Checkpoint,
    KeyType,
    Note,
    ProofFile,
    SigningKey,
    checkpoint_of,
    parse_note,
    parse_proof_file,
    read_policy,
    read_verifier_key,
    sign,
)
from safeconduct.record.packs import read_pack
from safeconduct.record.packs.offline import entries as offline_entries
from safeconduct.record.packs.offline import notes as offline_notes
from safeconduct.record.packs.offline.texts import Refused as OfflineRefused
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import read_bundle, write_bundle
from safeconduct.record.witness import CheckpointRequest, parse_request
from tests.record.statements import ARRIVAL

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LOG = SigningKey.generate("log.example/one", KeyType.NOTE)
PRIVATE = Ed25519PrivateKey.generate()
TEXT = Checkpoint(LOG.name, 1, bytes(32)).text
NOTE = Note(TEXT, (sign(TEXT, LOG),))
DRAFT = draft(ARRIVAL)
ENTRY, _ = EntryKey(PRIVATE).issue("log.example/one", DRAFT, Place(1, ""), (), NOON)
KEY_FILE = write_key_file(StoredKey.generate(KeyUse.OFFICER, "court/judge"), None)


def latin(data: bytes) -> str:
    return data.decode("latin-1")


READERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "note": (parse_note, bytes(NOTE)),
    "checkpoint": (lambda data: checkpoint_of(latin(data)), TEXT.encode()),
    "verifier key": (lambda data: read_verifier_key(latin(data)), str(LOG.verifier_key).encode()),
    "policy": (read_policy, f"log {LOG.verifier_key}\nquorum none\n".encode()),
    "proof": (parse_proof_file, bytes(ProofFile(0, (bytes(32),), NOTE))),
    "request": (parse_request, bytes(CheckpointRequest(0, (bytes(32),), NOTE))),
    "bundle": (lambda data: read_bundle(data, 3), write_bundle([b"a", b"bb", b"ccc"])),
    "guard": (read_guard, bytes(Guard())),
    "entry": (read_entry, ENTRY),
    "presentation": (lambda data: parse_presentation(latin(data)), ENTRY + b"~"),
    "disclosure": (
        lambda data: read_disclosure(latin(data)),
        DRAFT.disclosures[0].text.encode(),
    ),
    "act": (
        lambda data: read_act(latin(data)),
        sign_act(PRIVATE, DRAFT.digest, "court/judge", ["a"], NOON).encode(),
    ),
    "JSON": (read_json, b'{"a": [1, {"b": "\\u00e9"}], "c": null}'),
    "statements": (read_statements, b'{"event": "arrived", "facts": {"place": "x"}}'),
    "key file": (lambda data: read_key_file(data, None), KEY_FILE),
    "offline note": (offline_notes.read_note, bytes(NOTE)),
    "offline policy": (offline_notes.read_policy, b"quorum none\n"),
    "offline entry": (offline_entries.read_entry, ENTRY),
}

REFUSALS = (Refused, WrongInput, OfflineRefused)


@st.composite
def spoiled(draw: st.DrawFn, sample: bytes) -> bytes:
    """A good sample with bytes changed, cut out, put in, or repeated; or anything at all."""
    data = bytearray(sample)
    for _ in range(draw(st.integers(1, 3))):
        at, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        match draw(st.sampled_from(("change", "cut", "put in", "repeat", "anything"))):
            case "change" if at < len(data):
                data[at] ^= draw(st.integers(1, 255))
            case "cut":
                del data[at:end]
            case "put in":
                data[at:at] = draw(st.binary(max_size=8))
            case "repeat":
                data[at:at] = data[at:end]
            case _:
                data = bytearray(draw(st.binary(max_size=200)))
    return bytes(data)


@pytest.mark.parametrize(("read", "sample"), READERS.values(), ids=READERS.keys())
def test_a_good_sample_is_read(read: Callable[[bytes], object], sample: bytes) -> None:
    assert read(sample) is not None


@pytest.mark.parametrize(("read", "sample"), READERS.values(), ids=READERS.keys())
@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_no_spoiled_sample_breaks_a_reader(
    read: Callable[[bytes], object], sample: bytes, data: st.DataObject
) -> None:
    with contextlib.suppress(*REFUSALS):
        read(data.draw(spoiled(sample)))


@given(data=st.data())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_spoiled_journal_invents_an_entry(tmp_path: Path, data: st.DataObject) -> None:
    journal = Journal(tmp_path / "journal")
    journal.restart(0, [])
    for entry in (b"first", b"second", b"third"):
        journal.append([entry])
    journal.close()
    sample = (tmp_path / "journal").read_bytes()
    at = data.draw(st.integers(0, len(sample) - 1))
    changed = bytearray(sample)
    changed[at] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(at, len(sample)))
    for whole in (bytes(changed), sample[:cut]):
        (tmp_path / "journal").write_bytes(whole)
        with contextlib.suppress(Refused):
            base, entries = Journal(tmp_path / "journal").read()
            if base == 0:
                assert entries == (b"first", b"second", b"third")[: len(entries)]


@given(data=st.data())
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_spoiled_zip_breaks_the_reader_of_packs(tmp_path: Path, data: st.DataObject) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("entry.jwt", ENTRY)
        archive.writestr("policy.txt", b"quorum none\n")
    (tmp_path / "pack.zip").write_bytes(data.draw(spoiled(packed.getvalue())))
    with contextlib.suppress(WrongInput):
        read_pack(tmp_path / "pack.zip")
