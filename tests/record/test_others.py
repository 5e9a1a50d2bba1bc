"""Our logs, witnesses and presentations before packages that others wrote, and theirs before us."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.record.entries import EntryKey, Presentation, Statement, draft, read_entry
from safeconduct.record.entries.entry import Place
from safeconduct.record.entries.presentation import choose
from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.notes import (
    Checkpoint,
    KeyType,
    Note,
    Policy,
    SigningKey,
    accept,
    open_note,
    parse_note,
    read_verifier_key,
    sign,
)
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.proving import Prover
from safeconduct.record.strict_text import to_base64
from safeconduct.record.tiles import open_source
from safeconduct.record.tree import CompactRange, consistency_proof, leaf_hash, range_hash
from safeconduct.record.witness import (
    AskedWitnesses,
    CheckpointRequest,
    FolderState,
    Witness,
    WitnessClient,
    WitnessServer,
)
from tests.record.conftest import WitnessesAtHand
from tests.record.oracles.asking import Oracle, aics_witness, node_command, python_command

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def python() -> Iterator[Oracle]:
    oracle = Oracle(python_command())
    yield oracle
    oracle.close()


@pytest.fixture(scope="module")
def node() -> Iterator[Oracle]:
    oracle = Oracle(node_command())
    yield oracle
    oracle.close()


# --- logs ----------------------------------------------------------------------------------------


def test_tlog_scales_reads_our_log_with_all_three_kinds_of_signature(
    tmp_path: Path, python: Oracle, log_key: SigningKey
) -> None:
    cosigners = WitnessesAtHand(
        [
            SigningKey.generate("w.example/ed", KeyType.COSIGNATURE),
            SigningKey.generate("w.example/ml", KeyType.ML_DSA),
        ]
    )
    key = log_key.verifier_key
    identity = Identity((log_key,), Policy(logs=(key,)), Anchor(key))
    log = tmp_path / "log"
    with open_writer(FolderStorage.make(log), identity, cosigners) as writer:
        writer.append([b"a decision, number %d" % index for index in range(700)])
        writer.publish(NOON)
    keys = [str(one.verifier_key) for one in (log_key, *cosigners.keys)]
    told = python.task("audit", folder=str(log), keys=keys)
    assert told["same"]
    assert told["size"] == 700
    assert told["signed"] == sorted([log_key.name, "w.example/ed", "w.example/ml"])
    prover = Prover.of(open_source(str(log)))
    for old in (1, 255, 256, 300, 699):
        theirs = python.task("consistency", folder=str(log), old=old, new=700)["path"]
        assert theirs == [to_base64(one) for one in prover.consistency(old)]


def test_we_verify_signatures_that_tlog_scales_made(python: Oracle) -> None:
    root = leaf_hash(b"a decision")
    made = python.task(
        "sign", origin="o.example/l", cosigner="w.example/pq", size=1, root=to_base64(root)
    )
    opened = open_note(parse_note(made["note"].encode()), map(read_verifier_key, made["keys"]))
    assert [one.key.type for one in opened.signatures] == [KeyType.NOTE, KeyType.ML_DSA]
    assert checkpoint_of(opened.text).root == root


def test_sigstore_verifies_our_checkpoint_and_proof_and_refuses_another_entry(
    tmp_path: Path, node: Oracle, log_key: SigningKey, watched: Identity,
    witnesses: WitnessesAtHand,
) -> None:  # fmt: skip
    log = tmp_path / "log"
    with open_writer(FolderStorage.make(log), watched, witnesses) as writer:
        writer.append([b"a decision, number %d" % index for index in range(300)])
        writer.publish(NOON)
    proved = Prover.of(open_source(str(log))).prove(123)
    key = log_key.verifier_key
    task: dict[str, Any] = {
        "origin": key.name,
        "keyId": key.key_id.hex(),
        "public": to_base64(key.public),
        "checkpoint": bytes(proved.proof.note).decode(),
        "index": 123,
        "path": [to_base64(one) for one in proved.proof.path],
        "entry": to_base64(proved.raw),
    }
    assert node.task("prove", **task) == {}
    for changed in (
        {"entry": to_base64(b"another entry")},
        {"index": 124},
        {"path": task["path"][1:]},
        {"public": to_base64(Ed25519PrivateKey.generate().public_key().public_bytes_raw())},
    ):
        assert "refused" in node.task("prove", **{**task, **changed})


# --- presentations -------------------------------------------------------------------------------

ISSUER = Ed25519PrivateKey.generate()
ARRIVAL = Statement(
    "arrived", "c-1", "a-1", {"place": "tilburg"}, {"full_name": "Ana Pérez", "born_on": "1990"}
)
CLAIM = Statement("protection-claimed", "c-1", personal={"told": "Fears return."})


@pytest.mark.parametrize("program", ["python", "node"])
@pytest.mark.parametrize(
    ("statement", "show", "body"),
    [
        (ARRIVAL, [], {"place": "tilburg"}),
        (ARRIVAL, ["full_name"], {"place": "tilburg", "full_name": "Ana Pérez"}),
        (ARRIVAL, ["born_on", "full_name"], {**ARRIVAL.facts, **ARRIVAL.personal}),
        (CLAIM, [], None),
        (CLAIM, ["event", "told"], {"told": "Fears return."}),
    ],
)
def test_others_read_our_presentations_as_we_do(
    program: str, statement: Statement, show: list[str], body: object,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    oracle: Oracle = request.getfixturevalue(program)
    maker = EntryKey(ISSUER)
    raw, disclosures = maker.issue("o.example/l", draft(statement), Place(1, ""), (), NOON)
    shown = Presentation(read_entry(raw), choose(disclosures, show))
    task = {"presentation": str(shown), "public": to_base64(maker.public)}
    claims = oracle.task("present", **task)["claims"]
    claims.pop("_sd_alg", None)
    assert claims == shown.claims()
    assert claims.get("body") == body
    place = len(str(shown)) // 3
    forged = str(shown)[:place] + "AB"[str(shown)[place] == "A"] + str(shown)[place + 1 :]
    assert "refused" in oracle.task("present", **{**task, "presentation": forged})


# --- witnesses, live over loopback ---------------------------------------------------------------

LOG = SigningKey.generate("log.example/one", KeyType.NOTE)
STRANGER = SigningKey.generate("log.example/one", KeyType.NOTE)
KEY = SigningKey.generate("witness.example/ours", KeyType.COSIGNATURE)


class Tree:
    """A log's tree; ``history`` tells one past from another."""

    def __init__(self, history: bytes) -> None:
        self.leaves = [leaf_hash(history + b"%d" % index) for index in range(40)]

    def node(self, level: int, index: int) -> bytes:
        return CompactRange().extended(self.leaves[index << level : (index + 1) << level]).root

    def note(self, size: int, key: SigningKey = LOG, root: bytes | None = None) -> Note:
        tree = range_hash(0, size, self.node) if root is None else root
        text = Checkpoint(LOG.name, size, tree).text
        return Note(text, (sign(text, key),))

    def proof(self, old: int, size: int) -> tuple[bytes, ...]:
        return consistency_proof(old, size, self.node)


TRUE, FORK = Tree(b"true"), Tree(b"rewritten")
LONG = (TRUE.leaves[0],) * 64
OTHER = SigningKey.generate("log.example/two", KeyType.NOTE)
OTHER_TEXT = Checkpoint(OTHER.name, 1, TRUE.leaves[0]).text

# Status, what is asked, the size that the witness knows, and the body.
TABLE: list[tuple[int, str, int | None, bytes]] = [
    (200, "first", None, bytes(CheckpointRequest(0, (), TRUE.note(5)))),
    (200, "empty", None, bytes(CheckpointRequest(0, (), TRUE.note(0)))),
    (200, "advance", 5, bytes(CheckpointRequest(5, TRUE.proof(5, 9), TRUE.note(9)))),
    (200, "repeat", 5, bytes(CheckpointRequest(5, (), TRUE.note(5)))),
    (400, "garbage", None, b"garbage"),
    (400, "no old size", None, bytes(TRUE.note(5))),
    (400, "leading zero", None, b"old 00\n\n" + bytes(TRUE.note(5))),
    (400, "64 lines", 5, bytes(CheckpointRequest(5, LONG, TRUE.note(9)))),
    (400, "shrink", 5, bytes(CheckpointRequest(9, (), TRUE.note(5)))),
    (403, "unknown key", None, bytes(CheckpointRequest(0, (), TRUE.note(5, STRANGER)))),
    (403, "failing signature", None,
     bytes(CheckpointRequest(0, (), Note(TRUE.note(6).text, TRUE.note(5).signatures)))),
    (404, "unknown log", None,
     bytes(CheckpointRequest(0, (), Note(OTHER_TEXT, (sign(OTHER_TEXT, OTHER),))))),
    (409, "stale", 5, bytes(CheckpointRequest(3, TRUE.proof(3, 9), TRUE.note(9)))),
    (409, "zero", 5, bytes(CheckpointRequest(0, (), TRUE.note(9)))),
    (409, "unknown past", None, bytes(CheckpointRequest(5, TRUE.proof(5, 9), TRUE.note(9)))),
    (422, "another past", 5, bytes(CheckpointRequest(5, FORK.proof(5, 9), FORK.note(9)))),
    (422, "same size, another root", 5, bytes(CheckpointRequest(5, (), FORK.note(5)))),
    (422, "needless proof", None, bytes(CheckpointRequest(0, TRUE.proof(5, 9), TRUE.note(9)))),
    (422, "empty log, another root", None,
     bytes(CheckpointRequest(0, (), TRUE.note(0, root=bytes(32))))),
    (422, "no proof", 5, bytes(CheckpointRequest(5, (), TRUE.note(9)))),
]  # fmt: skip


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address and key of a fresh witness of others."""
    program, folder = aics_witness(), tmp_path / "aics"
    folder.mkdir()
    config = ("--config", str(folder / "witness.json"))
    made = subprocess.run(
        [program, "init", *config, "--name", "witness.example/theirs"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    key = next(word for word in made.stdout.split() if word.startswith("witness.example/theirs+"))
    subprocess.run(
        [program, "add-log", *config, "--origin", LOG.name, "--vkey", str(LOG.verifier_key)],
        capture_output=True, check=True,
    )  # fmt: skip
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serving = subprocess.Popen(
        [program, "serve", *config, "--listen", address],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ),
    )  # fmt: skip
    wait_for(address)
    yield f"http://{address}", key
    serving.terminate()
    serving.wait()


def wait_for(address: str) -> None:
    host, _, port = address.partition(":")
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection((host, int(port)), timeout=1):
            return
        time.sleep(0.05)
    pytest.fail("the witness of others does not answer")


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    witness = Witness((KEY,), {LOG.name: (LOG.verifier_key,)}, FolderState(folder))
    server = WitnessServer(("127.0.0.1", 0), witness)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield server.url
    server.shutdown()
    server.server_close()


def post(url: str, body: bytes) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
    connection.request("POST", "/add-checkpoint", body)
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    return answer.status, answer.headers.get("Content-Type", ""), said


@pytest.mark.parametrize(("status", "name", "known", "body"), TABLE, ids=[row[1] for row in TABLE])
def test_our_witness_and_theirs_answer_alike(
    tmp_path: Path,
    theirs: tuple[str, str],
    status: int,
    name: str,
    known: int | None,
    body: bytes,
) -> None:
    with serving(tmp_path / "ours") as ours:
        for url in (ours, theirs[0]):
            if known is not None:
                assert post(url, bytes(CheckpointRequest(0, (), TRUE.note(known))))[0] == 200
            answered, kind, said = post(url, body)
            assert answered == status
            if status == 409:
                assert (kind, said) == ("text/x.tlog.size", b"%d\n" % (known or 0))


def test_our_client_before_a_witness_of_others(theirs: tuple[str, str]) -> None:
    url, text = theirs
    client = WitnessClient(url, (read_verifier_key(text),))
    policy = Policy((LOG.verifier_key,), {"theirs": read_verifier_key(text)}, {}, "theirs")
    assert client.latest(LOG.name) is None
    for since, size in ((0, 5), (0, 9), (3, 30), (30, 30)):
        note = TRUE.note(size)
        lines = client.cosign(note, since, prover(TRUE, size))
        accept(Note(note.text, (*note.signatures, *lines)), policy)
    latest = parse_note(client.latest(LOG.name) or b"")
    assert accept(latest, policy).checkpoint.size == 30


def prover(tree: Tree, size: int) -> Callable[[int], tuple[bytes, ...]]:
    return lambda old: tree.proof(old, size)


def test_our_log_publishes_with_a_witness_of_others(
    tmp_path: Path, theirs: tuple[str, str]
) -> None:
    url, text = theirs
    policy = Policy(
        (LOG.verifier_key,), {"theirs": read_verifier_key(text)}, {}, "theirs", {"theirs": url}
    )
    identity = Identity((LOG,), policy, Anchor(LOG.verifier_key))
    asked = AskedWitnesses.of(policy)
    with open_writer(FolderStorage.make(tmp_path / "log"), identity, asked) as writer:
        for count in (1, 300, 7):
            writer.append([b"entry"] * count)
            assert writer.publish().published


def test_a_client_of_others_before_our_witness(tmp_path: Path, python: Oracle) -> None:
    with serving(tmp_path / "ours") as url:

        def submit(tree: Tree, size: int, key: SigningKey = LOG) -> Any:
            proofs = {
                old: [to_base64(one) for one in tree.proof(old, size)] for old in range(size + 1)
            }
            note = bytes(tree.note(size, key)).decode()
            return python.task(
                "submit", url=url, key=str(KEY.verifier_key), note=note, proofs=proofs
            )

        for size in (5, 9, 9, 30):
            lines = submit(TRUE, size)["lines"]
            note = parse_note(bytes(TRUE.note(size)) + lines.encode())
            accept(note, Policy((LOG.verifier_key,), {"w": KEY.verifier_key}, {}, "w"))
        assert submit(TRUE, 9)["refused"] in ("WitnessAhead", "WitnessConflict")
        assert submit(FORK, 30)["status"] == 422
        assert submit(FORK, 35)["status"] == 422
        assert submit(TRUE, 35, STRANGER)["status"] == 403
