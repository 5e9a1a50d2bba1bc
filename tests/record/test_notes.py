"""Signed notes, keys, checkpoints, cosignatures and proof files: what is accepted, what never."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.record.notes import (
    Checkpoint,
    KeyType,
    Note,
    Policy,
    ProofFile,
    SigningKey,
    VerifierKey,
    accept,
    checkpoint_of,
    cosign,
    open_note,
    parse_note,
    parse_proof_file,
    read_verifier_key,
    sign,
)
from safeconduct.record.notes.weak_keys import is_weak
from safeconduct.record.packs.offline import ed25519
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tiles import TileReader, audit_tree, open_source
from safeconduct.record.tree import (
    EMPTY_ROOT,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)

SPECIFIED_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPECIFIED_NOTE = (
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXpp"
    "zi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()
TESSERA_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
AT = datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)

LOG = SigningKey.generate("log.example/one", KeyType.NOTE)
WITNESS = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE)
LATTICE = SigningKey.generate("witness.example/w2", KeyType.ML_DSA)
CHECKPOINT = Checkpoint("log.example/one", 1, leaf_hash(b"a decision"))


def signed(*keys: SigningKey, checkpoint: Checkpoint = CHECKPOINT) -> Note:
    text = checkpoint.text
    lines = (sign(text, k) if k.type is KeyType.NOTE else cosign(text, k, AT) for k in keys)
    return Note(text, tuple(lines))


def trusted(*keys: SigningKey) -> list[VerifierKey]:
    return [key.verifier_key for key in keys]


def test_the_note_of_the_specification_verifies() -> None:
    key = read_verifier_key(SPECIFIED_KEY)
    opened = open_note(parse_note(SPECIFIED_NOTE), [key])
    assert opened.text == "This is an example message.\n"
    assert str(key) == SPECIFIED_KEY


@pytest.mark.parametrize("size", range(16))
def test_each_checkpoint_of_a_log_written_by_another_program_verifies(
    tessera_log: Path, size: int
) -> None:
    key = read_verifier_key(TESSERA_KEY)
    source = open_source(str(tessera_log))

    def checkpoint(of: int) -> Checkpoint:
        note = parse_note((tessera_log / f"checkpoint.{of}").read_bytes())
        return checkpoint_of(open_note(note, [key]).text)

    tree = checkpoint(size)
    reader = TileReader(source, size)
    assert audit_tree(source, size).root == tree.root
    for old in range(size):
        proof = consistency_proof(old, size, reader.node)
        verify_consistency(old, size, checkpoint(old).root, tree.root, proof)
        leaf = leaf_hash(reader.entry(old))
        verify_inclusion(old, size, leaf, inclusion_proof(old, size, reader.node), tree.root)


@pytest.mark.parametrize("key", [LOG, WITNESS, LATTICE], ids=lambda key: key.type.name)
def test_each_kind_of_signature_opens_with_its_own_key_alone(key: SigningKey) -> None:
    note = parse_note(bytes(signed(key)))
    opened = open_note(note, trusted(key))
    assert opened.signatures[0].at == (None if key is LOG else AT)
    stranger = SigningKey.generate(key.name, key.type)
    with pytest.raises(Refused) as refused:
        open_note(note, trusted(stranger))
    assert refused.value.message.code == "record.note-no-trusted-key"


@pytest.mark.parametrize("key", [LOG, WITNESS, LATTICE], ids=lambda key: key.type.name)
def test_a_known_key_whose_signature_fails_spoils_the_whole_note(key: SigningKey) -> None:
    good = SigningKey.generate("someone.example", KeyType.NOTE)
    changed = Checkpoint(CHECKPOINT.origin, 1, leaf_hash(b"another decision"))
    lines = (*signed(key).signatures, *signed(good, checkpoint=changed).signatures)
    with pytest.raises(Refused) as refused:
        open_note(Note(changed.text, lines), trusted(key, good))
    assert refused.value.message.code == "record.signature-does-not-verify"


def test_signatures_of_unknown_keys_are_ignored_up_to_a_hundred() -> None:
    strangers = [SigningKey.generate(f"x.example/{i}", KeyType.NOTE) for i in range(99)]
    note = signed(*strangers, LOG)
    assert len(open_note(parse_note(bytes(note)), trusted(LOG)).signatures) == 1
    with pytest.raises(Malformed):
        parse_note(bytes(signed(*strangers, LOG, WITNESS)))


MALFORMED_NOTES = {
    "nothing": b"",
    "no blank line": b"text\n",
    "no signature line": b"text\n\n",
    "no last newline": SPECIFIED_NOTE[:-1],
    "not UTF-8": b"\xff" + SPECIFIED_NOTE,
    "a carriage return": SPECIFIED_NOTE.replace(b".\n", b".\r\n"),
    "a tab": SPECIFIED_NOTE.replace(b"This is", b"This\tis"),
    "a hyphen for the dash": SPECIFIED_NOTE.replace("—".encode(), b"-"),
    "no key name": SPECIFIED_NOTE.replace(b"example.com/foo ", b" "),
    "a plus in the key name": SPECIFIED_NOTE.replace(b"example.com/foo", b"example.com/f+o"),
    "a no-break space in the name": SPECIFIED_NOTE.replace(b"/foo", "/f\u00a0o".encode()),
    "no signature": SPECIFIED_NOTE.partition("—".encode())[0] + "— example.com/foo \n".encode(),
    "only a key id": SPECIFIED_NOTE.partition("—".encode())[0] + "— e.com UwAAAA==\n".encode(),
    "base64 without padding": SPECIFIED_NOTE.replace(b"aQM=", b"aQM"),
    "base64 with stray bits": SPECIFIED_NOTE.replace(b"aQM=", b"aQN="),
    "two spaces": SPECIFIED_NOTE.replace(b"/foo ", b"/foo  "),
    "too long": b"x" * 1_000_001 + SPECIFIED_NOTE,
}


@pytest.mark.parametrize("data", MALFORMED_NOTES.values(), ids=MALFORMED_NOTES.keys())
def test_a_malformed_note_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        parse_note(data)


MALFORMED_KEYS = {
    "no parts": "example.com/foo",
    "a name with a space": SPECIFIED_KEY.replace("/foo", "/f o"),
    "another id": SPECIFIED_KEY.replace("530d903a", "530d903b"),
    "an id in capitals": SPECIFIED_KEY.replace("530d903a", "530D903A"),
    "another name": SPECIFIED_KEY.replace("/foo", "/bar"),
    "a short key": "example.com/foo+530d903a+Aeky",
    "no key": "example.com/foo+530d903a+",
    "an unknown type": "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
}


@pytest.mark.parametrize("text", MALFORMED_KEYS.values(), ids=MALFORMED_KEYS.keys())
def test_a_malformed_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_verifier_key(text)


ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="


def low_order_keys() -> list[bytes]:
    """Encodings of all points of order 1, 2, 4 and 8, found by multiplying points by the order."""
    found = set()
    for y in range(200):
        point = ed25519._decompress(y.to_bytes(32, "little"))  # noqa: SLF001 - the curve itself
        if point is not None:
            torsion = ed25519._multiply(ed25519.ORDER, point)  # noqa: SLF001
            for times in range(8):
                found.add(ed25519._compress(ed25519._multiply(times, torsion)))  # noqa: SLF001
    return sorted(found)


def test_keys_of_low_order_are_refused_everywhere() -> None:
    keys = low_order_keys()
    assert len(keys) == 8
    for public in keys:
        assert is_weak(public)
        weak = VerifierKey("log.example/weak", KeyType.NOTE, public)
        with pytest.raises(Malformed):
            read_verifier_key(str(weak))
        assert not ed25519.is_signed(public, b"anything", public + bytes(32))
    assert not is_weak(LOG.verifier_key.public)
    assert is_weak((2**255 - 19 + 3).to_bytes(32, "little"))


MALFORMED_CHECKPOINTS = {
    "two lines": "o.example\n1\n",
    "no newline": f"o.example\n1\n{ROOT}",
    "no origin": f"\n1\n{ROOT}\n",
    "leading zero": f"o.example\n01\n{ROOT}\n",
    "a sign": f"o.example\n+1\n{ROOT}\n",
    "other digits": f"o.example\n\u0661\n{ROOT}\n",
    "beyond 2**63": f"o.example\n{2**63}\n{ROOT}\n",
    "a short root": "o.example\n1\nCsUY\n",
    "an empty extension": f"o.example\n1\n{ROOT}\n\nx\n",
}


@pytest.mark.parametrize("text", MALFORMED_CHECKPOINTS.values(), ids=MALFORMED_CHECKPOINTS.keys())
def test_a_malformed_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        checkpoint_of(text)


def test_a_checkpoint_for_another_origin_is_not_accepted() -> None:
    policy = Policy(logs=tuple(trusted(LOG)))
    other = Checkpoint("log.example/two", 1, CHECKPOINT.root)
    with pytest.raises(Refused) as refused:
        accept(signed(LOG, checkpoint=other), policy)
    assert refused.value.message.code == "record.log-not-in-policy"


def test_an_empty_log_has_the_empty_root() -> None:
    policy = Policy(logs=tuple(trusted(LOG)))
    accept(signed(LOG, checkpoint=Checkpoint(LOG.name, 0, EMPTY_ROOT)), policy)
    with pytest.raises(Refused) as refused:
        accept(signed(LOG, checkpoint=Checkpoint(LOG.name, 0, bytes(32))), policy)
    assert refused.value.message.code == "record.empty-root"


def test_a_private_key_signs_one_kind_of_thing() -> None:
    with pytest.raises(ValueError, match="cosigner"):
        sign(CHECKPOINT.text, WITNESS)
    with pytest.raises(ValueError, match="log"):
        cosign(CHECKPOINT.text, LOG, AT)
    assert "private" not in repr(LOG)


def test_a_proof_file_is_written_and_read_alike() -> None:
    proof = ProofFile(0, (), signed(LOG, WITNESS), extra=b"context")
    assert parse_proof_file(bytes(proof)) == proof
    accepted = proof.verify(leaf_hash(b"a decision"), Policy(logs=tuple(trusted(LOG))))
    assert accepted.checkpoint == CHECKPOINT
    with pytest.raises(Refused):
        proof.verify(leaf_hash(b"another decision"), Policy(logs=tuple(trusted(LOG))))


GOOD_PROOF = bytes(ProofFile(0, (CHECKPOINT.root,), signed(LOG)))
MALFORMED_PROOFS = {
    "nothing": b"",
    "another version": GOOD_PROOF.replace(b"proof@v1", b"proof@v2"),
    "no index": GOOD_PROOF.replace(b"index 0\n", b""),
    "index with leading zero": GOOD_PROOF.replace(b"index 0", b"index 00"),
    "extra after index": GOOD_PROOF.replace(b"index 0\n", b"index 0\nextra AA==\n"),
    "a hash of 31 bytes": GOOD_PROOF.replace(b"index 0\n", b"index 0\n" + b"A" * 40 + b"A===\n"),
    "64 hashes": bytes(ProofFile(0, (CHECKPOINT.root,) * 64, signed(LOG))),
    "no checkpoint": GOOD_PROOF.partition(b"\n\n")[0] + b"\n\n",
}


@pytest.mark.parametrize("data", MALFORMED_PROOFS.values(), ids=MALFORMED_PROOFS.keys())
def test_a_malformed_proof_file_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        parse_proof_file(data)


@given(st.integers(0, len(bytes(signed(LOG, WITNESS))) - 1), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_no_changed_byte_of_a_checkpoint_is_accepted(place: int, change: int) -> None:
    note = bytearray(bytes(signed(LOG, WITNESS)))
    note[place] ^= change
    policy = Policy(tuple(trusted(LOG)), {"w": WITNESS.verifier_key}, {}, "w")
    with pytest.raises(Refused):
        accept(parse_note(bytes(note)), policy)


@pytest.mark.parametrize(
    "parse", [parse_note, parse_proof_file, lambda data: checkpoint_of(data.decode("latin-1"))]
)
@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_bytes_whatever_break_a_parser(parse: object, data: bytes) -> None:
    assert callable(parse)
    with contextlib.suppress(Refused):
        parse(data)
