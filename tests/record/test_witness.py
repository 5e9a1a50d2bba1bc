"""Witnesses: the status table of the protocol, races, lies, silence, and forks that stay proved."""

from __future__ import annotations

import http.client
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.log.evidence import kept
from safeconduct.record.log.folder import private_folder
from safeconduct.record.notes import (
    Checkpoint,
    KeyType,
    Note,
    Policy,
    SigningKey,
    accept,
    cosign,
    parse_note,
    sign,
)
from safeconduct.record.refusal import Refused
from safeconduct.record.tree import (
    EMPTY_ROOT,
    CompactRange,
    consistency_proof,
    leaf_hash,
    range_hash,
)
from safeconduct.record.witness import (
    AskedWitnesses,
    CheckpointRequest,
    FolderState,
    Witness,
    WitnessClient,
    WitnessServer,
)
from safeconduct.record.witness.state import origin_id

LOG = SigningKey.generate("log.example/one", KeyType.NOTE)
STRANGER = SigningKey.generate("log.example/one", KeyType.NOTE)
KEY = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE)
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Tree:
    """A log's tree of numbered decisions; ``history`` tells one log's past from another's."""

    def __init__(self, history: bytes = b"true") -> None:
        self.leaves = [leaf_hash(history + b"%d" % index) for index in range(40)]

    def node(self, level: int, index: int) -> bytes:
        return CompactRange().extended(self.leaves[index << level : (index + 1) << level]).root

    def note(self, size: int, key: SigningKey = LOG, root: bytes | None = None) -> Note:
        tree = range_hash(0, size, self.node) if root is None else root
        text = Checkpoint(LOG.name, size, tree).text
        return Note(text, (sign(text, key),))

    def request(self, old: int, size: int) -> CheckpointRequest:
        return CheckpointRequest(old, consistency_proof(old, size, self.node), self.note(size))


TRUE, FORK = Tree(), Tree(b"rewritten")


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    logs = {LOG.name: (LOG.verifier_key,)}
    return Witness((KEY,), logs, FolderState(tmp_path / "witness"))


@pytest.fixture
def served(witness: Witness) -> Iterator[WitnessServer]:
    server = WitnessServer(("127.0.0.1", 0), witness)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield server
    server.shutdown()
    server.server_close()


OTHER_LOG = SigningKey.generate("log.example/two", KeyType.NOTE)
OTHER_TEXT = Checkpoint(OTHER_LOG.name, 1, leaf_hash(b"x")).text
LONG = (TRUE.leaves[0],) * 64
BROKEN = bytes(TRUE.request(5, 9)).replace(b"log.example/one A", b"log.example/one B")
STATUS_TABLE = [
    (200, "a first checkpoint", None, TRUE.request(0, 5)),
    (200, "an empty log", None, TRUE.request(0, 0)),
    (200, "the next checkpoint", 5, TRUE.request(5, 9)),
    (200, "the same checkpoint again", 5, TRUE.request(5, 5)),
    (400, "nothing", None, b""),
    (400, "no old size", None, bytes(TRUE.note(5))),
    (400, "an old size with a leading zero", None, b"old 00\n\n" + bytes(TRUE.note(5))),
    (400, "64 lines of proof", None, CheckpointRequest(0, LONG, TRUE.note(5))),
    (400, "an old size above the checkpoint's", 5, CheckpointRequest(9, (), TRUE.note(5))),
    (403, "an unknown key", None, CheckpointRequest(0, (), TRUE.note(5, STRANGER))),
    (403, "a known key, a failing signature", None,
     CheckpointRequest(0, (), Note(TRUE.note(6).text, TRUE.note(5).signatures))),
    (404, "an unknown log", None,
     CheckpointRequest(0, (), Note(OTHER_TEXT, (sign(OTHER_TEXT, OTHER_LOG),)))),
    (409, "a stale old size", 5, TRUE.request(3, 9)),
    (409, "an old size of zero where something is known", 5, TRUE.request(0, 9)),
    (409, "an old size where nothing is known", None, TRUE.request(5, 9)),
    (422, "another past", 5, FORK.request(5, 9)),
    (422, "the same size, another root", 5, CheckpointRequest(5, (), FORK.note(5))),
    (422, "a proof where none is needed", None,
     CheckpointRequest(0, TRUE.request(5, 9).proof, TRUE.note(9))),
    (422, "an empty log with another root", None,
     CheckpointRequest(0, (), TRUE.note(0, root=bytes(32)))),
    (422, "no proof", 5, CheckpointRequest(5, (), TRUE.note(9))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "name", "known", "request_"), STATUS_TABLE, ids=[row[1] for row in STATUS_TABLE]
)
def test_the_status_table(
    served: WitnessServer, status: int, name: str, known: int | None, request_: object
) -> None:
    if known is not None:
        assert served.witness.add_checkpoint(bytes(TRUE.request(0, known))).status == 200
    connection = http.client.HTTPConnection(*served.server_address[:2], timeout=5)  # type: ignore[arg-type]
    body = request_ if isinstance(request_, bytes) else bytes(request_)  # type: ignore[call-overload]
    connection.request("POST", "/add-checkpoint", body)
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    assert answer.status == status
    assert said.endswith(b"\n")
    if status == 409:
        assert answer.headers["Content-Type"] == "text/x.tlog.size"
        assert said == b"%d\n" % (known or 0)
    if status != 200:
        latest = served.witness.latest(origin_id(LOG.name))
        expected = None if known is None else TRUE.note(known).text
        assert (parse_note(latest.body).text if latest.status == 200 else None) == expected


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {}, 404),
        ("POST", "/elsewhere", {}, 404),
        ("GET", "/" + "0" * 64 + "/checkpoint", {}, 404),
        ("GET", "/../../etc/passwd", {}, 404),
        ("POST", "/add-checkpoint", {"Content-Length": "9999999"}, 413),
        ("POST", "/add-checkpoint", {"Content-Length": "many"}, 400),
        ("DELETE", "/add-checkpoint", {}, 501),
    ],
)
def test_what_is_not_of_the_protocol_is_turned_away(
    served: WitnessServer, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    connection = http.client.HTTPConnection(*served.server_address[:2], timeout=5)  # type: ignore[arg-type]
    connection.request(method, path, headers=headers)
    assert connection.getresponse().status == status
    connection.close()


def test_a_monitor_sees_the_latest_cosigned_checkpoint(
    witness: Witness, served: WitnessServer
) -> None:
    client = WitnessClient(served.url, (KEY.verifier_key,))
    assert client.latest(LOG.name) is None
    witness.add_checkpoint(bytes(TRUE.request(0, 5)))
    note = parse_note(client.latest(LOG.name) or b"")
    policy = Policy((LOG.verifier_key,), {"w": KEY.verifier_key}, {}, "w")
    assert accept(note, policy).checkpoint.size == 5


def test_a_witness_keeps_both_sides_of_a_fork(witness: Witness) -> None:
    witness.add_checkpoint(bytes(TRUE.request(0, 5)))
    fork = CheckpointRequest(5, (), FORK.note(5))
    for _ in range(2):
        assert witness.add_checkpoint(bytes(fork)).status == 422
    (evidence,) = witness.state.evidence(LOG.name)
    assert TRUE.note(5).text.encode() in evidence
    assert bytes(FORK.note(5)) in evidence


def test_fifty_submissions_at_once_never_roll_a_log_back(served: WitnessServer) -> None:
    client = WitnessClient(served.url, (KEY.verifier_key,))
    sizes = [1 + index % 30 for index in range(50)]

    def submit(size: int) -> tuple[int, bool]:
        try:
            client.cosign(TRUE.note(size), 0, lambda old: consistency_proof(old, size, TRUE.node))
        except Refused:
            return size, False
        return size, True

    with ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(submit, sizes))
    latest = parse_note(client.latest(LOG.name) or b"")
    assert int(latest.text.split("\n")[1]) == max(size for size, good in outcomes if good)


def test_a_witness_whose_clock_went_back_signs_nothing(witness: Witness) -> None:
    now = replace(witness, clock=lambda: NOON)
    earlier = replace(witness, clock=lambda: NOON - timedelta(seconds=5))
    assert now.add_checkpoint(bytes(TRUE.request(0, 5))).status == 200
    assert earlier.add_checkpoint(bytes(TRUE.request(5, 9))).status == 503
    assert now.add_checkpoint(bytes(TRUE.request(5, 9))).status == 200


def test_a_witness_with_two_keys_answers_with_both(tmp_path: Path) -> None:
    lattice = SigningKey.generate("witness.example/w1-pq", KeyType.ML_DSA)
    logs = {LOG.name: (LOG.verifier_key,)}
    both = Witness((KEY, lattice), logs, FolderState(tmp_path / "two"))
    answer = both.add_checkpoint(bytes(TRUE.request(0, 5)))
    note = parse_note(bytes(TRUE.note(5)) + answer.body)
    for key in (KEY, lattice):
        accept(note, Policy((LOG.verifier_key,), {"w": key.verifier_key}, {}, "w"))


Behaviour = Callable[[BaseHTTPRequestHandler], None]


def answering(status: int, body: bytes) -> Behaviour:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def hanging(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.0)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(40):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.05)


def cosigned(note: Note, key: SigningKey, at: datetime) -> bytes:
    return str(cosign(note.text, key, at)).encode()


NOW = datetime.now(UTC)
MISBEHAVIOURS: dict[str, Behaviour] = {
    "hangs": hanging,
    "drips": dripping,
    "says nothing": answering(200, b""),
    "answers garbage": answering(200, b"\xff\x00 garbage"),
    "answers without end": answering(200, b"x" * 1_000_001),
    "fails": answering(500, b"out of order\n"),
    "claims a size that is none": answering(409, b"many\n"),
    "claims to be ahead": answering(409, b"999\n"),
    "never agrees": answering(409, b"3\n"),
    "signs another checkpoint": answering(200, cosigned(FORK.note(5), KEY, NOW)),
    "signs with another key": answering(
        200, cosigned(TRUE.note(5), SigningKey.generate(KEY.name, KEY.type), NOW)
    ),
    "signs a time to come": answering(200, cosigned(TRUE.note(5), KEY, NOW + timedelta(days=2))),
}


@pytest.mark.parametrize("misbehaviour", MISBEHAVIOURS.values(), ids=MISBEHAVIOURS.keys())
def test_a_witness_that_lies_hangs_or_answers_garbage_is_never_believed(
    misbehaviour: Behaviour,
) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            misbehaviour(self)

        def log_message(self, *args: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    client = WitnessClient(url, (KEY.verifier_key,), patience=0.3)
    begun = time.monotonic()
    with pytest.raises(Refused):
        client.cosign(TRUE.note(5), 0, lambda old: consistency_proof(old, 5, TRUE.node))
    assert time.monotonic() - begun < 5
    server.shutdown()
    server.server_close()


def test_a_witness_that_is_not_there_is_named() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(Refused) as refused:
        WitnessClient(url, (KEY.verifier_key,)).latest(LOG.name)
    assert refused.value.message.code == "record.witness-silent"


def watched(served: WitnessServer, state: Path | None = None) -> tuple[Identity, AskedWitnesses]:
    policy = Policy((LOG.verifier_key,), {"w": KEY.verifier_key}, {}, "w", {"w": served.url})
    asked = AskedWitnesses.of(policy, patience=2)
    assert asked is not None
    return Identity((LOG,), policy, Anchor(LOG.verifier_key, state=state)), asked


def test_a_log_publishes_what_its_quorum_cosigned(tmp_path: Path, served: WitnessServer) -> None:
    identity, asked = watched(served)
    storage = FolderStorage.make(tmp_path / "log")
    with open_writer(storage, identity, asked) as writer:
        for count in (1, 300, 2):
            writer.append([b"entry"] * count)
            published = writer.publish()
            assert published.published
            assert accept(published.note, identity.policy).cosigned
            assert storage.read("checkpoint") == bytes(published.note)


def test_the_first_time_that_a_witness_stated_is_the_one_that_is_kept(
    tmp_path: Path, served: WitnessServer
) -> None:
    identity, asked = watched(served)
    storage = FolderStorage.make(tmp_path / "log")
    with open_writer(storage, identity, asked) as writer:
        writer.append([b"entry"])
        first = writer.publish().note
        later = cosign(first.text, KEY, datetime.now(UTC) + timedelta(minutes=5))
        writer.publish(brought=[later])
    (kept_name,) = storage.names("checkpoints")
    assert storage.recall(kept_name) == bytes(first)


def test_without_its_witness_a_log_keeps_entries_and_publishes_later(
    tmp_path: Path, witness: Witness
) -> None:
    server = WitnessServer(("127.0.0.1", 0), witness)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    identity, asked = watched(server)
    storage = FolderStorage.make(tmp_path / "log")
    with open_writer(storage, identity, asked) as writer:
        writer.append([b"the first"])
        writer.publish()
        server.shutdown()
        server.server_close()
        assert writer.append([b"a stay arrives while the network is down"]) == 1
        pending = writer.publish()
    assert not pending.published
    assert {one.code for one in pending.missing} == {
        "record.witness-silent", "record.quorum-not-met"
    }  # fmt: skip
    assert b"\n1\n" in (storage.read("checkpoint") or b"")
    with open_writer(storage, identity, asked) as writer:
        assert writer.size == 2
        with pytest.raises(Refused) as refused:
            writer.publish()
    assert refused.value.message.code == "record.nobody-answers"


def test_a_log_restored_on_another_machine_is_told_by_its_witness(
    tmp_path: Path, served: WitnessServer
) -> None:
    identity, asked = watched(served)
    log, backup = tmp_path / "log", tmp_path / "backup"
    storage = FolderStorage.make(log)
    with open_writer(storage, identity, asked) as writer:
        writer.append([b"one"])
        writer.publish()
    copy(log, backup)
    with open_writer(storage, identity, asked) as writer:
        writer.append([b"two"])
        writer.publish()
    elsewhere, _ = watched(served, tmp_path / "another machine")
    with open_writer(FolderStorage(backup), elsewhere, asked) as writer:
        with pytest.raises(Refused) as refused:
            writer.publish()
        assert refused.value.message.code == "record.others-are-ahead"
        writer.append([b"another two"])
        with pytest.raises(Refused) as refused:
            writer.publish()
        assert refused.value.message.code == "record.fork"
    (evidence,) = kept(FolderStorage(backup))
    assert (storage.read("checkpoint") or b"").partition(b"\n\n")[0] in evidence


def copy(log: Path, to: Path) -> None:
    shutil.copytree(log, to)
    shutil.copytree(private_folder(log), private_folder(to))


def test_the_empty_root_stands_for_a_log_that_nobody_has_seen() -> None:
    assert TRUE.note(0).text.split("\n")[2] == Checkpoint("x", 0, EMPTY_ROOT).text.split("\n")[2]
