"""What a record's owner remembers beside the log: disclosures, and what follows from entries.

All but the disclosures can be rebuilt from the entries; after a crash the entries that were not
yet taken in are read again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.chains import Head, chain_name
from safeconduct.record.entries.canonical import read_object
from safeconduct.record.entries.disclosure import Disclosure, read_disclosure
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.entries.presentation import Presentation
from safeconduct.record.holds import Holds
from safeconduct.record.keys.key_file import KeyUse
from safeconduct.record.keys.keyring import DeclaredKey, Keyring
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import LogWriter
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import from_base64url
from safeconduct.record.tree.hashes import leaf_hash

FOLLOWED = "followed.json"
UNFINISHED = "unfinished.json"


class Memory:
    """Private values of one log, under the writer's lock."""

    def __init__(self, storage: LogStorage) -> None:
        self._storage = storage
        read = _read(storage.recall(FOLLOWED))
        self.upto = int(str(read.get("upto", 0)))
        self.last_time = str(read.get("last_time", ""))
        self.keyring = _keyring(read.get("keyring", {}))
        self.holds = Holds(_texts(read.get("holds", {})))

    def catch_up(self, writer: LogWriter) -> None:
        """Take in entries that a crash left untaken, and forget disclosures that have no entry."""
        self._drop_orphans(writer)
        if self.upto > writer.size:
            raise Refused(Message.of("record.older-copy", size=writer.size, signed=self.upto))
        if self.upto < writer.size:
            self.follow(self.upto, map(read_entry, writer.entries_from(self.upto)))

    def follow(self, first: int, entries: Iterable[Entry]) -> None:
        """Take in entries from an index on, and keep what follows from them."""
        for index, entry in enumerate(entries, first):
            claims = self.opened(entry)
            if "event" in claims:
                self._follow_one(index, entry, claims)
            self.upto = index + 1
        content: dict[str, Plain] = {
            "upto": self.upto,
            "last_time": self.last_time,
            "keyring": self.keyring.as_plain(),
            "holds": {**self.holds.in_force},
        }
        self._storage.remember(FOLLOWED, json.dumps(content).encode())

    def _follow_one(self, index: int, entry: Entry, claims: Mapping[str, Plain]) -> None:
        self.keyring = self.keyring.after(claims, index)
        self.holds = self.holds.after(claims)
        self.last_time = max(self.last_time, str(claims.get("recorded", "")))
        name = chain_name(str(claims["case"]), sealed=entry.is_sealed)
        head = {"seq": claims["seq"], "leaf": entry.leaf.hex()}
        self._storage.remember(name, json.dumps(head).encode())

    def head(self, case: str, *, sealed: bool) -> Head:
        """The latest entry of a case in one of its sequences."""
        read = _read(self._storage.recall(chain_name(case, sealed=sealed)))
        return Head(int(str(read.get("seq", 0))), str(read.get("leaf", "")))

    def keep_disclosures(self, first: int, kept: Mapping[bytes, tuple[Disclosure, ...]]) -> None:
        """Make disclosures durable before their entries, under the entries' leaf hashes.

        Should the entries never become durable, the next writer forgets the disclosures.
        """
        leaves: list[Plain] = [leaf.hex() for leaf in kept]
        note = {"first": first, "leaves": leaves}
        self._storage.remember(UNFINISHED, json.dumps(note).encode())
        for leaf, disclosures in kept.items():
            self._storage.remember(_name(leaf), _written(disclosures))

    def finished(self) -> None:
        """Say that the entries of the kept disclosures are durable."""
        self._storage.forget(UNFINISHED)

    def disclosures(self, leaf: bytes) -> tuple[Disclosure, ...]:
        """The disclosures of an entry that have not been erased."""
        return read_disclosures(self._storage, leaf)

    def erase(self, leaf: bytes, names: frozenset[str]) -> int:
        """Erase disclosures by name; how many there were.

        A disclosure in which erased ones were nested keeps their digests and nothing else.
        """
        before = self.disclosures(leaf)
        after = tuple(one for one in before if one.name not in names)
        if len(after) < len(before):
            self._storage.redact(_name(leaf), _written(after))
        return len(before) - len(after)

    def opened(self, entry: Entry) -> Mapping[str, Plain]:
        """An entry's claims, with all disclosures that are still kept."""
        return Presentation(entry, self.disclosures(entry.leaf)).claims()

    def _drop_orphans(self, writer: LogWriter) -> None:
        note = _read(self._storage.recall(UNFINISHED))
        leaves = note.get("leaves")
        if not isinstance(leaves, list):
            return
        first = int(str(note["first"]))
        durable = {leaf_hash(raw).hex() for raw in writer.entries_from(first)}
        for leaf in map(str, leaves):
            if leaf not in durable:
                self._storage.forget(_name(bytes.fromhex(leaf)))
        self.finished()


def read_disclosures(storage: LogStorage, leaf: bytes) -> tuple[Disclosure, ...]:
    """The disclosures that a log's owner keeps for an entry."""
    data = storage.recall(_name(leaf))
    if data is None:
        return ()
    return tuple(read_disclosure(text) for text in data.decode("ascii").split())


def _name(leaf: bytes) -> str:
    return f"disclosures/{leaf.hex()[:2]}/{leaf.hex()}"


def _written(disclosures: Iterable[Disclosure]) -> bytes:
    return "".join(one.text + "\n" for one in disclosures).encode("ascii")


def _read(data: bytes | None) -> Mapping[str, Plain]:
    return {} if data is None else read_object(data)


def _texts(value: Plain) -> dict[str, str]:
    if not isinstance(value, dict):
        raise Malformed(Message.of("record.memory-damaged"))
    return {name: str(item) for name, item in value.items()}


def _keyring(value: Plain) -> Keyring:
    if not isinstance(value, dict):
        raise Malformed(Message.of("record.memory-damaged"))
    keys = {}
    for kid, item in value.items():
        match item:
            case {
                "public": str(public),
                "use": str(use),
                "office": str(office),
                "since": int(since),
                "until": int() | None as until,
                "declared": int(declared),
            }:
                keys[kid] = DeclaredKey(
                    from_base64url(public), KeyUse(use), office, since, declared, until
                )
            case _:
                raise Malformed(Message.of("record.memory-damaged"))
    return Keyring(keys)
