"""The keys with which a node issues entries and signs its log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from safeconduct.record.entries.entry import EntryKey
from safeconduct.record.home import policy_text
from safeconduct.record.keys.key_file import KeyUse, StoredKey
from safeconduct.record.log.anchor import Anchor
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import Identity, LogWriter, Witnessing
from safeconduct.record.notes.policy import read_policy
from safeconduct.record.record import Record, opening


@dataclass(frozen=True, slots=True)
class NodeKeys:
    """A node's keys.

    Attributes:
        log: the log's signing keys.
        entry: the key that issues entries.
        policy: the bytes of the log's policy.
        state: the folder outside the store where the anchor lies; None for the machine's own.
        witnessing: who cosigns checkpoints; None for nobody.
    """

    log: tuple[StoredKey, ...]
    entry: StoredKey
    policy: bytes
    state: Path | None = None
    witnessing: Witnessing | None = None

    @classmethod
    def new(cls, origin: str, state: Path | None = None) -> NodeKeys:
        """New keys for a log of that name, without witnesses."""
        log = StoredKey.generate(KeyUse.LOG, origin)
        entry = StoredKey.generate(KeyUse.ENTRY, origin)
        return cls((log,), entry, policy_text([log.public_text], ()), state)

    @property
    def identity(self) -> Identity:
        """Who the log is."""
        signers = tuple(key.signing_key for key in self.log)
        anchor = Anchor(*(signer.verifier_key for signer in signers), state=self.state)
        return Identity(signers, read_policy(self.policy), anchor)


def open_log(storage: LogStorage, keys: NodeKeys, now: datetime | None = None) -> Record:
    """Open the log for writing; the caller holds the storage's lock.

    An empty log is opened with the entry that declares its keys, at the instant that is given.

    Raises:
        Refused: the log was restored from an older copy, or is damaged.
    """
    identity, key = keys.identity, EntryKey(keys.entry.ed25519)
    record = Record(LogWriter(storage, identity, keys.witnessing), identity.origin, key)
    if record.size == 0:
        record.append([(opening(identity, key), ())], now)
    return record
