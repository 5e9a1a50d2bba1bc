"""Logs, keys and moments for the specifications of the record."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import Message
from safeconduct.record.entries import EntryKey
from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.notes import (
    KeyType,
    Note,
    Policy,
    Quorum,
    SignatureLine,
    SigningKey,
    cosign,
)
from safeconduct.record.record import Record, open_record, opening

SHARED = Path(__file__).parents[3] / "shared"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ORIGIN = "record.sending.example/agreement-1/log"


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Anchors of a test stay in its own folder."""
    state = tmp_path / "state"
    monkeypatch.setenv("SAFECONDUCT_STATE", str(state))
    return state


@pytest.fixture(scope="session")
def log_key() -> SigningKey:
    return SigningKey.generate(ORIGIN, KeyType.NOTE)


@pytest.fixture
def identity(log_key: SigningKey) -> Identity:
    """A log that publishes on its own signature alone."""
    key = log_key.verifier_key
    return Identity((log_key,), Policy(logs=(key,)), Anchor(key))


@pytest.fixture
def write_log(identity: Identity) -> Callable[[Path, Iterable[bytes]], bytes]:
    """Writes a log of entries into a new folder and returns its published checkpoint."""

    def write(folder: Path, entries: Iterable[bytes]) -> bytes:
        with open_writer(FolderStorage.make(folder), identity) as writer:
            writer.append(tuple(entries))
            return bytes(writer.publish().note)

    return write


def vectors(name: str) -> Path:
    """A folder of published test vectors, or a skip that says what is absent."""
    folder = SHARED / "vectors" / name / "testdata"
    if not folder.is_dir():
        pytest.skip(f"the vectors {name} do not lie beside the project")
    return folder


@pytest.fixture(scope="session")
def merkle_vectors() -> Path:
    return vectors("merkle")


@pytest.fixture(scope="session")
def tessera_log() -> Path:
    return vectors("tessera-log") / "log"


class WitnessesAtHand:
    """Witnesses in the same process that cosign whatever the log signs, at a settable time."""

    def __init__(self, keys: Iterable[SigningKey]) -> None:
        self.keys = list(keys)
        self.now = NOON

    def remembered(self, origin: str) -> tuple[bytes | None, ...]:
        return (None,)

    def cosign(
        self, note: Note, since: int, prove: object
    ) -> tuple[tuple[SignatureLine, ...], tuple[Message, ...]]:
        return tuple(cosign(note.text, key, self.now) for key in self.keys), ()


@pytest.fixture(scope="session")
def witness_keys() -> tuple[SigningKey, ...]:
    names = ("receiving.example/witness", "ombudsman.example/witness")
    return tuple(SigningKey.generate(name, KeyType.COSIGNATURE) for name in names)


@pytest.fixture
def witnesses(witness_keys: tuple[SigningKey, ...]) -> WitnessesAtHand:
    return WitnessesAtHand(witness_keys)


@pytest.fixture
def watched(log_key: SigningKey, witness_keys: tuple[SigningKey, ...]) -> Identity:
    """A log that the other party and an ombudsman must both have cosigned."""
    key = log_key.verifier_key
    named = dict(zip(("receiving", "ombudsman"), witness_keys, strict=True))
    policy = Policy(
        (key,),
        {name: signer.verifier_key for name, signer in named.items()},
        {"both": Quorum(2, tuple(named))},
        "both",
    )
    return Identity((log_key,), policy, Anchor(key))


@pytest.fixture
def policy_text(watched: Identity) -> bytes:
    """The policy of the watched log as a file."""
    policy = watched.policy
    lines = [f"log {policy.logs[0]}"]
    lines += [f"witness {name} {key}" for name, key in policy.witnesses.items()]
    return "\n".join([*lines, "group both all receiving ombudsman", "quorum both", ""]).encode()


@pytest.fixture(scope="session")
def entry_key() -> EntryKey:
    return EntryKey(Ed25519PrivateKey.generate())


OpenRecord = Callable[[], contextlib.AbstractContextManager[Record]]


@pytest.fixture
def watched_record(
    tmp_path: Path, watched: Identity, witnesses: WitnessesAtHand, entry_key: EntryKey
) -> OpenRecord:
    """Opens the record in ``tmp_path / "log"``, which both witnesses cosign."""
    FolderStorage.make(tmp_path / "log")

    @contextlib.contextmanager
    def open_it() -> Iterator[Record]:
        storage = FolderStorage(tmp_path / "log")
        with open_record(storage, watched, entry_key, witnesses) as record:
            if record.size == 0:
                record.append([(opening(watched, entry_key), ())], NOON)
            yield record

    return open_it


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The folder of a log without entries."""
    FolderStorage.make(tmp_path / "log")
    return tmp_path / "log"


@pytest.fixture
def key() -> EntryKey:
    return EntryKey(Ed25519PrivateKey.generate())


@pytest.fixture
def opened(log: Path, identity: Identity, key: EntryKey) -> OpenRecord:
    """Opens the record, whose first entry says which keys issue it."""

    @contextlib.contextmanager
    def open_it() -> Iterator[Record]:
        with open_record(FolderStorage(log), identity, key) as record:
            if record.size == 0:
                record.append([(opening(identity, key), ())], NOON)
            yield record

    return open_it
