"""What follows from a record's entries: heads of sequences, keys, holds, where orders are named.

All of it can be rebuilt from the entries and the disclosures. It is kept only so that opening a
record need not read every entry; entries that were not taken in before a crash are read again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record import disclosure_store
from safeconduct.record.chains import Head, chain_name
from safeconduct.record.entries.canonical import read_object
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.entries.presentation import Presentation
from safeconduct.record.holds import Holds
from safeconduct.record.keys.key_file import KeyUse
from safeconduct.record.keys.keyring import DeclaredKey, Keyring
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import LogWriter
from safeconduct.record.naming_orders import orders_named
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import from_base64url

FOLLOWED = "followed.json"
VERSION = 2
KEPT_AFTER = 1_000
"""Entries that may be taken in before what follows from them is kept."""


class Memory:
    """What follows from the entries of one log, under the writer's lock."""

    def __init__(self, storage: LogStorage) -> None:
        self._storage = storage
        read = _read(storage.recall(FOLLOWED))
        if read.get("version") != VERSION:
            read = {}  # kept by an older program: all entries are taken in anew
        self.upto = int(str(read.get("upto", 0)))
        self.last_time = str(read.get("last_time", ""))
        self.keyring = _keyring(read.get("keyring", {}))
        self.holds = Holds(_texts(read.get("holds", {})))
        self._kept_upto = self.upto
        self._heads: dict[str, Head] = {}
        self._about: dict[str, set[int]] = {}

    def catch_up(self, writer: LogWriter) -> None:
        """Take in entries that a crash left untaken, and forget disclosures without entry.

        Raises:
            Refused: more entries were taken in than the log holds.
        """
        disclosure_store.drop_orphans(self._storage, writer.size)
        if self.upto > writer.size:
            raise Refused(Message.of("record.older-copy", size=writer.size, signed=self.upto))
        if self.upto < writer.size:
            self.follow(self.upto, map(read_entry, writer.entries_from(self.upto)))

    def follow(self, first: int, entries: Iterable[Entry]) -> None:
        """Take in entries from an index on."""
        for index, entry in enumerate(entries, first):
            claims = self.opened(index, entry)
            if "event" in claims:
                self._follow_one(index, entry, claims)
            self.upto = index + 1
        if self.upto - self._kept_upto >= KEPT_AFTER:
            self.keep()

    def _follow_one(self, index: int, entry: Entry, claims: Mapping[str, Plain]) -> None:
        self.keyring = self.keyring.after(claims, index)
        self.holds = self.holds.after(claims)
        self.last_time = max(self.last_time, str(claims.get("recorded", "")))
        name = chain_name(str(claims["case"]), sealed=entry.is_sealed)
        self._heads[name] = Head(int(str(claims["seq"])), entry.leaf.hex())
        for order in orders_named(claims):
            self._about.setdefault(_about_name(order), set()).add(index)

    def keep(self) -> None:
        """Keep what follows from the entries taken in; heads first, then how far they go."""
        if self.upto == self._kept_upto:
            return
        for name, head in self._heads.items():
            content = {"seq": head.seq, "leaf": head.leaf}
            self._storage.remember(name, json.dumps(content).encode())
        for name, indices in self._about.items():
            whole: list[Plain] = [*sorted(indices | self._kept_about(name))]
            self._storage.remember(name, json.dumps({"entries": whole}).encode())
        followed: dict[str, Plain] = {
            "version": VERSION,
            "upto": self.upto,
            "last_time": self.last_time,
            "keyring": self.keyring.as_plain(),
            "holds": {**self.holds.in_force},
        }
        self._storage.remember(FOLLOWED, json.dumps(followed).encode())
        self._heads, self._about, self._kept_upto = {}, {}, self.upto

    def head(self, case: str, *, sealed: bool) -> Head:
        """The latest entry of a case in one of its sequences.

        Raises:
            Malformed: what is kept of it is damaged; a sequence is never begun anew over it.
        """
        name = chain_name(case, sealed=sealed)
        if name in self._heads:
            return self._heads[name]
        kept = self._storage.recall(name)
        if kept is None:
            return Head()
        match read_object(kept):
            case {"seq": int(seq), "leaf": str(leaf)} if seq > 0:
                return Head(seq, leaf)
            case _:
                raise Malformed(Message.of("record.memory-damaged"))

    def entries_about(self, order: str) -> tuple[int, ...]:
        """The indices of the entries that name an order."""
        name = _about_name(order)
        return tuple(sorted(self._about.get(name, set()) | self._kept_about(name)))

    def _kept_about(self, name: str) -> set[int]:
        kept = _read(self._storage.recall(name)).get("entries", [])
        return {int(str(index)) for index in kept} if isinstance(kept, list) else set()

    def opened(self, index: int, entry: Entry) -> Mapping[str, Plain]:
        """An entry's claims, with all disclosures that are still kept."""
        kept = disclosure_store.read(self._storage, index, entry.leaf)
        return Presentation(entry, kept).claims()


def _about_name(order: str) -> str:
    return f"orders/{hashlib.sha256(order.encode()).hexdigest()}"


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
