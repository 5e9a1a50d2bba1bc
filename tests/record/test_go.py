"""Our logs, proofs and cosignatures before Go's golang.org/x/mod, which shares no code with us."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safeconduct.record import make_pack, write_pack
from safeconduct.record.audit import audit_log
from safeconduct.record.entries import draft
from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.log.folder import private_folder
from safeconduct.record.notes import Policy, SigningKey, parse_note, parse_proof_file
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import leaf_hash
from tests.record.conftest import WitnessesAtHand
from tests.record.oracles.asking import Oracle, build_go
from tests.record.statements import ARRIVAL, Open

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SIZES = (0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000, 100_000)


@pytest.fixture(scope="module")
def go(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oracle]:
    oracle = Oracle([build_go(tmp_path_factory.mktemp("go"))])
    yield oracle
    oracle.close()


@pytest.fixture
def keys(log_key: SigningKey, witness_keys: tuple[SigningKey, ...]) -> str:
    return ",".join(str(key.verifier_key) for key in (log_key, *witness_keys))


def entries_of(count: int, start: int = 0) -> list[bytes]:
    return [b"a decision, number %d" % index for index in range(start, start + count)]


def test_go_audits_a_log_of_every_size_that_we_write(
    tmp_path: Path, go: Oracle, watched: Identity, witnesses: WitnessesAtHand, keys: str
) -> None:
    log = tmp_path / "log"
    storage, notes = FolderStorage.make(log), []
    with open_writer(storage, watched, witnesses) as writer:
        for size in SIZES:
            for start in range(writer.size, size, 10_000):
                writer.append(entries_of(min(10_000, size - start), start))
            note = tmp_path / f"checkpoint.{size}"
            note.write_bytes(bytes(writer.publish(NOON).note))
            notes.append(note)
            assert go.ask(f"audit {log} {keys}") == "ok"
    for earlier in notes[1:-1]:
        assert go.ask(f"grew {earlier} {notes[-1]} {log} {keys}") == "ok"


def test_go_verifies_a_proof_of_every_kind_of_place(
    tmp_path: Path, go: Oracle, watched: Identity, witnesses: WitnessesAtHand, keys: str
) -> None:
    log = written(tmp_path, watched, witnesses, 600)
    prover = Prover.of(open_source(str(log)))
    for index in (0, 1, 255, 256, 511, 512, 598, 599):
        proved = prover.prove(index)
        (tmp_path / "proof").write_bytes(bytes(proved.proof))
        (tmp_path / "entry").write_bytes(proved.raw)
        assert go.ask(f"proof {tmp_path / 'proof'} {tmp_path / 'entry'} {keys}") == "ok"


@pytest.fixture
def no_network() -> list[str]:
    """A command before another that gives it no network but its own loopback, which is down."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    asked = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    try:
        done = subprocess.run(
            [*alone, sys.executable, "-c", asked], capture_output=True, text=True, check=False
        )
    except OSError:
        pytest.skip("unshare is not installed")
    if "Network is unreachable" not in done.stderr:
        pytest.skip("this machine makes no namespace without a network")
    return alone


def test_a_pack_is_verified_without_a_network_by_go_and_by_python_alone(
    tmp_path: Path, watched: Identity, watched_record: Open, policy_text: bytes, keys: str,
    no_network: list[str],
) -> None:  # fmt: skip
    with watched_record() as record:
        (arrived,) = record.append([(draft(ARRIVAL), ())], NOON)
        record.publish(NOON)
    pack = tmp_path / "pack"
    prover = Prover.of(open_source(str(tmp_path / "log")))
    shown = ["full_name"]
    write_pack(make_pack(prover, arrived.index, policy_text, arrived.disclosures, shown), pack)
    (tmp_path / "policy").write_bytes(policy_text)
    alone = Oracle([*no_network, build_go(tmp_path)])
    try:
        proof, entry = pack / "entry.tlog-proof", pack / "entry.jwt"
        assert alone.ask(f"proof {proof} {entry} {keys}") == "ok"
        entry.write_bytes(entry.read_bytes()[:-1])
        assert alone.ask(f"proof {proof} {entry} {keys}") != "ok"
        entry.write_bytes(arrived.raw)
    finally:
        alone.close()
    python = [*no_network, sys.executable, "-I", "-S", str(pack / "verify_record.py")]
    done = subprocess.run(
        [*python, str(pack), str(tmp_path / "policy")],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout)["says"]["body"]["full_name"] == ARRIVAL.personal["full_name"]


def test_go_misses_a_cosignature_that_is_not_there(
    tmp_path: Path, go: Oracle, watched: Identity, witnesses: WitnessesAtHand, keys: str,
    witness_keys: tuple[SigningKey, ...],
) -> None:  # fmt: skip
    log = written(tmp_path, watched, witnesses, 3)
    note = parse_note((log / "checkpoint").read_bytes())
    (log / "checkpoint").write_bytes(
        (note.text + "\n" + "".join(map(str, note.signatures[:2]))).encode()
    )
    assert "has not signed" in go.ask(f"audit {log} {keys}")
    assert audit_log(open_source(str(log)), watched.policy).findings


def written(folder: Path, watched: Identity, witnesses: WitnessesAtHand, size: int) -> Path:
    log = folder / "log"
    with open_writer(FolderStorage.make(log), watched, witnesses) as writer:
        writer.append(entries_of(size))
        writer.publish(NOON)
    return log


@pytest.mark.slow
def test_five_hundred_flipped_bytes_are_refused_by_go_and_by_us(
    tmp_path: Path, go: Oracle, watched: Identity, witnesses: WitnessesAtHand, keys: str
) -> None:
    log = written(tmp_path, watched, witnesses, 600)
    proved = Prover.of(open_source(str(log))).prove(300)
    proof, entry = tmp_path / "proof", tmp_path / "entry"
    proof.write_bytes(bytes(proved.proof))
    entry.write_bytes(proved.raw)
    files = [*(path for path in sorted(log.rglob("*")) if path.is_file()), proof, entry]
    chance = random.Random(2026)  # noqa: S311 - the drill repeats
    verdicts = set()
    for drill in range(500):
        file = files[drill % len(files)]
        whole = file.read_bytes()
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        if file in (proof, entry):
            theirs = go.ask(f"proof {proof} {entry} {keys}") == "ok"
            mine = holds(proof.read_bytes(), entry.read_bytes(), watched.policy)
        else:
            theirs = go.ask(f"audit {log} {keys}") == "ok"
            mine = not audit_log(open_source(str(log)), watched.policy).findings
        verdicts.add((theirs, mine))
        file.write_bytes(whole)
    assert verdicts == {(False, False)}
    assert go.ask(f"audit {log} {keys}") == "ok"
    assert not audit_log(open_source(str(log)), watched.policy).findings


def holds(proof: bytes, entry: bytes, policy: Policy) -> bool:
    try:
        parse_proof_file(proof).verify(leaf_hash(entry), policy)
    except Refused:
        return False
    return True


def test_go_catches_an_administrator_who_rewrites_an_entry_and_rebuilds_all_tiles(
    tmp_path: Path, go: Oracle, watched: Identity, witnesses: WitnessesAtHand, keys: str
) -> None:
    log = written(tmp_path, watched, witnesses, 300)
    remembered, rewritten = tmp_path / "remembered", tmp_path / "rewritten"
    remembered.write_bytes((log / "checkpoint").read_bytes())
    entries = entries_of(400)
    entries[7] = b"a decision that was never made"
    forgetful = Identity(
        watched.keys, watched.policy,
        Anchor(watched.keys[0].verifier_key, state=tmp_path / "elsewhere"),
    )  # fmt: skip
    with open_writer(FolderStorage.make(rewritten), forgetful, witnesses) as writer:
        writer.append(entries)
        writer.publish(NOON)
    assert go.ask(f"audit {rewritten} {keys}") == "ok"
    assert go.ask(f"grew {remembered} {rewritten / 'checkpoint'} {rewritten} {keys}") != "ok"
    assert private_folder(rewritten).is_dir()
