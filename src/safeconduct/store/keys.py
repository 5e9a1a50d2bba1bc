"""The node's keys, in files of its home: they are never in the database, nor in its backup."""

from __future__ import annotations

import os
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.casework import NodeKeys
from safeconduct.record.keys.key_file import KeyUse, StoredKey, read_key_file, write_key_file
from safeconduct.record.log.durable import write_all

FOLDER = "keys"
POLICY = "policy.txt"
ORIGIN = "SAFECONDUCT_ORIGIN"
PASSPHRASE = "SAFECONDUCT_PASSPHRASE"  # noqa: S105 - the name of a variable
DEFAULT_ORIGIN = "safeconduct.localhost/record"


def node_keys(home: Path) -> NodeKeys:
    """The keys of the node whose home this is; made when the node is opened the first time.

    Raises:
        WrongInput: a key file is missing or cannot be opened with the passphrase.
    """
    folder = home / FOLDER
    if not (folder / POLICY).exists():
        _make(folder)
    passphrase = os.environ.get(PASSPHRASE)
    found = [read_key_file(path.read_bytes(), passphrase) for path in sorted(folder.glob("*.json"))]
    logs = tuple(key for key in found if key.use is KeyUse.LOG)
    entry = next((key for key in found if key.use is KeyUse.ENTRY), None)
    if not logs or entry is None:
        missing = Message.of("store.keys-missing", folder=str(folder))
        raise WrongInput(Finding(missing, Severity.ERROR, Location(file=str(folder))))
    return NodeKeys(logs, entry, (folder / POLICY).read_bytes())


def _make(folder: Path) -> None:
    made = NodeKeys.new(os.environ.get(ORIGIN) or DEFAULT_ORIGIN)
    passphrase = os.environ.get(PASSPHRASE)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = [
        (folder / f"{key.use}-{_short(key)}.json", write_key_file(key, passphrase))
        for key in (*made.log, made.entry)
    ]
    write_all([*files, (folder / POLICY, made.policy)], mode=0o600)


def _short(key: StoredKey) -> str:
    return key.signing_key.verifier_key.key_id.hex()
