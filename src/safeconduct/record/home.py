"""A record's home: its folder of tiles, and beside it the keys and the policy that it goes by."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.record.entries.draft import Statement, draft
from safeconduct.record.entries.entry import EntryKey
from safeconduct.record.keys.key_file import KeyUse, StoredKey, read_key_file, write_key_file
from safeconduct.record.log.anchor import Anchor
from safeconduct.record.log.folder import FolderStorage
from safeconduct.record.log.writer import Identity, LogWriter, Publication
from safeconduct.record.memory import Memory
from safeconduct.record.notes.note import is_key_name
from safeconduct.record.notes.policy import read_policy
from safeconduct.record.record import Receipted, Record, opening
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.witness.asked import AskedWitnesses

POLICY = "policy.txt"
KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Home:
    """An opened home.

    Attributes:
        record: the record, open for writing.
        identity: the log's keys and policy.
        storage: where everything lies.
        entry_key: the key that issues entries now.
    """

    record: Record
    identity: Identity
    storage: FolderStorage
    entry_key: StoredKey


def make_home(
    folder: Path,
    origin: str,
    passphrase: str | None,
    witnesses: Sequence[tuple[str, str, str]] = (),
    *,
    lattice: bool = False,
) -> Publication:
    """Make a record: keys, policy, the entry that declares them, the first checkpoint.

    Args:
        folder: where its tiles will lie; the private part lies beside it.
        origin: the log's name, a URL without scheme.
        passphrase: seals the keys; without one they lie open.
        witnesses: for each a name, a verifier key and a URL; all of them make the quorum.
        lattice: sign checkpoints with ML-DSA-44 too.

    Raises:
        WrongInput: there is a log already, or a name or key is malformed.
        Refused: the disk refuses.
    """
    if not is_key_name(origin):
        raise WrongInput(Finding(Message.of("record.origin", origin=origin), Severity.ERROR))
    logs = [StoredKey.generate(KeyUse.LOG, origin)]
    if lattice:
        logs.append(StoredKey.generate(KeyUse.LOG, origin, lattice=True))
    policy = policy_text([key.public_text for key in logs], witnesses)
    try:
        read_policy(policy)
    except Malformed as wrong:
        raise WrongInput(Finding(wrong.message, Severity.ERROR, Location(POLICY))) from wrong
    storage = FolderStorage.make(folder)
    for key in (*logs, StoredKey.generate(KeyUse.ENTRY, origin)):
        keep_key(storage, key, passphrase)
    storage.remember(POLICY, policy)
    with open_home(folder, passphrase) as home:
        home.record.append([(opening(home.identity, EntryKey(home.entry_key.ed25519)), ())])
        return home.record.publish()


def policy_text(logs: Sequence[str], witnesses: Sequence[tuple[str, str, str]]) -> bytes:
    """A policy for logs and witnesses, all of whom must cosign."""
    lines = [f"log {key}" for key in logs]
    lines += [f"witness {name} {key} {url}".rstrip() for name, key, url in witnesses]
    names = " ".join(name for name, _, _ in witnesses)
    lines += [f"group everybody all {names}", "quorum everybody"] if names else ["quorum none"]
    return "".join(line + "\n" for line in lines).encode()


def keep_key(storage: FolderStorage, key: StoredKey, passphrase: str | None) -> None:
    """Keep a private key in the home."""
    name = key.signing_key.verifier_key.key_id.hex()
    storage.remember(f"{KEYS}/{key.use}-{name}.json", write_key_file(key, passphrase))


@contextlib.contextmanager
def open_home(folder: Path, passphrase: str | None) -> Iterator[Home]:
    """Open a record for writing.

    Raises:
        WrongInput: there is none, or another program writes to it.
        Refused: the passphrase is wrong, or the record is damaged or an older copy.
    """
    storage = FolderStorage(folder)
    with storage.lock():
        keys = [read_key_file(data, passphrase) for data in _key_files(storage)]
        identity = _identity(folder, storage, keys)
        writer = LogWriter(storage, identity, AskedWitnesses.of(identity.policy))
        entry_key = _issuing(storage, writer, keys)
        record = Record(writer, identity.origin, EntryKey(entry_key.ed25519))
        yield Home(record, identity, storage, entry_key)
        record.memory.keep()


def rotate_entry_key(home: Home, passphrase: str | None) -> Receipted:
    """Replace the key that issues entries, by an entry that the old key issues.

    The new key is kept before the entry is written. The record must be opened again to use it.
    """
    new = StoredKey.generate(KeyUse.ENTRY, home.identity.origin)
    keep_key(home.storage, new, passphrase)
    facts = {"use": "entry", "key": new.public_text, "replaces": home.entry_key.kid}
    return home.record.append([(draft(Statement("key-rotated", facts={**facts})), ())])[0]


def add_log_key(home: Home, passphrase: str | None) -> tuple[Receipted, StoredKey]:
    """Announce a further key of the log; from then on checkpoints carry both signatures.

    Verifiers add the new key to their policies; then the old key's file can be removed.
    """
    new = StoredKey.generate(KeyUse.LOG, home.identity.origin)
    facts = {"use": "log", "key": new.public_text}
    (receipted,) = home.record.append([(draft(Statement("key-rotated", facts={**facts})), ())])
    policy = home.storage.recall(POLICY) or b""
    keep_key(home.storage, new, passphrase)
    home.storage.remember(POLICY, f"log {new.public_text}\n".encode() + policy)
    return receipted, new


def _key_files(storage: FolderStorage) -> list[bytes]:
    found = [storage.recall(name) for name in storage.names(KEYS)]
    return [data for data in found if data is not None]


def _identity(folder: Path, storage: FolderStorage, keys: Sequence[StoredKey]) -> Identity:
    signers = sorted((k.signing_key for k in keys if k.use is KeyUse.LOG), key=lambda k: k.type)
    policy = storage.recall(POLICY)
    if not signers or policy is None:
        missing = Message.of("record.no-keys", log=str(folder))
        raise WrongInput(Finding(missing, Severity.ERROR, Location(file=str(folder))))
    public = [signer.verifier_key for signer in signers]
    return Identity(tuple(signers), read_policy(policy), Anchor(*public))


def _issuing(storage: FolderStorage, writer: LogWriter, keys: Sequence[StoredKey]) -> StoredKey:
    """The entry key that the record declared last; before it declared any, the only one there."""
    mine = {key.kid: key for key in keys if key.use is KeyUse.ENTRY}
    memory = Memory(storage)
    memory.catch_up(writer)
    declared = memory.keyring.keys
    for kid, key in mine.items():
        if not declared or (kid in declared and declared[kid].is_valid_at(writer.size)):
            return key
    raise Refused(Message.of("record.no-entry-key"))
