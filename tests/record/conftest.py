"""Logs, keys and moments for the specifications of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safeconduct.record.log import Anchor, FolderStorage, Identity, open_writer
from safeconduct.record.notes import KeyType, Policy, SigningKey

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
