"""Trust policies: which logs, which witnesses, and how many of them (C2SP tlog-policy)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from safeconduct.basics import Message
from safeconduct.record.notes.verifier_key import KeyType, VerifierKey, read_verifier_key
from safeconduct.record.refusal import Malformed

MAX_POLICY_BYTES = 1_000_000
NO_QUORUM = "none"
LOG_KEYS = (KeyType.NOTE, KeyType.ML_DSA)
WITNESS_KEYS = (KeyType.COSIGNATURE, KeyType.ML_DSA)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quorum:
    """A group: at least ``needed`` of the members, each a witness or another group."""

    needed: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What a verifier pins.

    Attributes:
        logs: keys of accepted logs; a key's name is the log's origin.
        witnesses: the policy's name for each witness, and its key.
        groups: the named groups.
        quorum: the witness or group that must have cosigned; ``none`` asks for nobody.
        urls: where a log (by origin) or a witness (by its name) answers, where stated.
    """

    logs: tuple[VerifierKey, ...] = ()
    witnesses: Mapping[str, VerifierKey] = field(default_factory=dict)
    groups: Mapping[str, Quorum] = field(default_factory=dict)
    quorum: str = NO_QUORUM
    urls: Mapping[str, str] = field(default_factory=dict)

    def met_by(self, cosigners: frozenset[str]) -> bool:
        """Whether these witnesses, by the policy's names, are enough."""
        return self.quorum == NO_QUORUM or self._cosigned(self.quorum, cosigners)

    def _cosigned(self, name: str, cosigners: frozenset[str]) -> bool:
        group = self.groups.get(name)
        if group is None:
            return name in cosigners
        return sum(self._cosigned(member, cosigners) for member in group.members) >= group.needed


def read_policy(data: bytes) -> Policy:
    """Read a policy file.

    Names are octets to this format; those that are not UTF-8 are carried along unharmed and
    match no key.

    Raises:
        Malformed: with the line's number, for an unknown word, a name defined twice or not yet,
            a key of the wrong kind, a member of two groups, or another count of quorums than one.
    """
    reader = _Reader()
    if len(data) > MAX_POLICY_BYTES or any((c < 32 and c not in b"\t\n") or c == 127 for c in data):
        raise Malformed(Message.of("record.policy-characters"))
    for number, line in enumerate(data.split(b"\n"), 1):
        words = re.split(r"[ \t]+", line.decode("utf-8", "surrogateescape").strip(" \t"))
        if words != [""] and not words[0].startswith("#"):
            reader.read(number, words)
    return reader.policy()


class _Reader:
    """What has been read of a policy so far."""

    def __init__(self) -> None:
        self.logs: list[VerifierKey] = []
        self.witnesses: dict[str, VerifierKey] = {}
        self.groups: dict[str, Quorum] = {}
        self.urls: dict[str, str] = {}
        self.members: set[str] = set()
        self.quorum: str | None = None

    def read(self, number: int, words: list[str]) -> None:
        match words:
            case ["log", key, *url] if len(url) <= 1:
                self._log(number, key, url)
            case ["witness", name, key, *url] if len(url) <= 1:
                self._witness(number, name, key, url)
            case ["group", name, needed, *members] if members:
                self._group(number, name, needed, members)
            case ["quorum", name] if self.quorum is None:
                if name != NO_QUORUM and not self._is_defined(name):
                    raise _fault("record.policy-undefined", number, name)
                self.quorum = name
            case _:
                raise _fault("record.policy-line", number, words[0])

    def policy(self) -> Policy:
        if self.quorum is None:
            raise Malformed(Message.of("record.policy-quorum"))
        return Policy(tuple(self.logs), self.witnesses, self.groups, self.quorum, self.urls)

    def _log(self, number: int, text: str, url: list[str]) -> None:
        key = _key(number, text, LOG_KEYS)
        if any(key.public == other.public for other in self.logs):
            raise _fault("record.policy-duplicate", number, key.name)
        self.logs.append(key)
        if url:
            self.urls[key.name] = url[0]

    def _witness(self, number: int, name: str, text: str, url: list[str]) -> None:
        key = _key(number, text, WITNESS_KEYS)
        self._must_be_new(number, name)
        if any(key.public == other.public for other in self.witnesses.values()):
            raise _fault("record.policy-duplicate", number, name)
        self.witnesses[name] = key
        if url:
            self.urls[name] = url[0]

    def _group(self, number: int, name: str, needed: str, members: list[str]) -> None:
        self._must_be_new(number, name)
        for member in members:
            if not self._is_defined(member):
                raise _fault("record.policy-undefined", number, member)
            if member in self.members:
                raise _fault("record.policy-duplicate", number, member)
            self.members.add(member)
        count = {"any": "1", "all": str(len(members))}.get(needed, needed)
        if not _NUMBER.fullmatch(count) or int(count) > len(members):
            raise _fault("record.policy-count", number, needed)
        self.groups[name] = Quorum(int(count), tuple(members))

    def _is_defined(self, name: str) -> bool:
        return name in self.witnesses or name in self.groups

    def _must_be_new(self, number: int, name: str) -> None:
        if name == NO_QUORUM or self._is_defined(name):
            raise _fault("record.policy-duplicate", number, name)


def _key(number: int, text: str, allowed: tuple[KeyType, ...]) -> VerifierKey:
    try:
        key = read_verifier_key(text)
    except Malformed as wrong:
        raise _fault("record.policy-key", number, text.partition("+")[0]) from wrong
    if key.type not in allowed:
        raise _fault("record.policy-key", number, key.name)
    return key


def _fault(code: str, number: int, word: str) -> Malformed:
    shown = word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")[:60]
    return Malformed(Message(code, {"line": number, "word": shown}))
