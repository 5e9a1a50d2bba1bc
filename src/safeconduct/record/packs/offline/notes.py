"""Notes, verifier keys and policies (C2SP signed-note, tlog-policy)."""

from __future__ import annotations

import re
from typing import NamedTuple

from safeconduct.record.packs.offline.texts import LIMIT, Refused, need, sha, unbase64

Line = tuple[str, bytes, bytes]
"""A signature line: the key's name, the key's id, the signature."""


class Key(NamedTuple):
    """A verifier key; kind 1 signs notes, 4 cosigns, 6 is ML-DSA-44."""

    name: str
    id: bytes
    kind: int
    public: bytes


class Policy(NamedTuple):
    """Whom to trust: logs, witnesses, groups as (needed, members), and the quorum."""

    logs: list[Key]
    witnesses: dict[str, Key]
    groups: dict[str, tuple[int, list[str]]]
    quorums: list[str]
    members: set[str]

    def is_met(self, name: str, cosigned: set[str]) -> bool:
        """Whether a witness or a group has cosigned."""
        if name not in self.groups:
            return name == "none" or name in cosigned
        count, members = self.groups[name]
        return sum(self.is_met(member, cosigned) for member in members) >= count


def read_note(data: bytes) -> tuple[str, list[Line]]:
    """The text of a note and its signature lines, not yet verified."""
    try:
        whole = data.decode()
    except UnicodeDecodeError:
        raise Refused("the note is not UTF-8", "la nota no es UTF-8") from None
    control = any(sign < " " and sign != "\n" for sign in whole)
    at = whole.rfind("\n\n")
    shaped = whole.endswith("\n") and 0 <= at < len(whole) - 2
    need(shaped and not control and len(data) <= LIMIT, "not a note", "no es una nota")
    lines = whole[at + 2 : -1].split("\n")
    need(len(lines) <= 100, "too many signatures", "demasiadas firmas")
    return whole[: at + 1], [_line(line) for line in lines]


def read_policy(data: bytes) -> Policy:
    """A policy file."""
    odd = any((c < 32 and c not in b"\t\n") or c == 127 for c in data)
    need(len(data) <= LIMIT and not odd, "not a policy", "no es una política")
    policy = Policy([], {}, {}, [], set())
    for line in data.split(b"\n"):
        words = re.split("[ \t]+", line.decode("utf-8", "surrogateescape").strip(" \t"))
        if words != [""] and not words[0].startswith("#"):
            _define(policy, words)
    for keys in (policy.logs, policy.witnesses.values()):
        public = [key.public for key in keys]
        need(len(set(public)) == len(public), "a key stands twice", "una clave se repite")
    need(len(policy.quorums) == 1, "not one quorum", "debe haber un solo cuórum")
    return policy


def _define(policy: Policy, words: list[str]) -> None:
    known = {"none", *policy.witnesses, *policy.groups}
    match words:
        case ["log", key, *url] if len(url) <= 1:
            policy.logs.append(_key(key, (1, 6)))
        case ["witness", name, key, *url] if len(url) <= 1 and name not in known:
            policy.witnesses[name] = _key(key, (4, 6))
        case ["group", name, count, *members] if members and name not in known:
            policy.groups[name] = _group(policy, count, members)
        case ["quorum", name] if name in known:
            policy.quorums.append(name)
        case _:
            raise Refused("not a policy", "no es una política")


def _group(policy: Policy, count: str, members: list[str]) -> tuple[int, list[str]]:
    known = {*policy.witnesses, *policy.groups}
    fresh = set(members) <= known - policy.members and len(set(members)) == len(members)
    count = {"any": "1", "all": str(len(members))}.get(count, count)
    sane = re.fullmatch("[1-9][0-9]{0,5}", count) and int(count) <= len(members)
    need(fresh and sane, "not a policy", "no es una política")
    policy.members.update(members)
    return int(count), members


def _key(text: str, kinds: tuple[int, int]) -> Key:
    parts = text.split("+", 2)
    need(len(parts) == 3 and _is_name(parts[0]), "not a verifier key", "no es una clave")
    blob = unbase64(parts[2])
    sizes = {1: 33, 4: 33, 6: 1313}
    shaped = blob and blob[0] in kinds and len(blob) == sizes[blob[0]]
    key_id = sha(parts[0].encode("utf-8", "surrogateescape") + b"\n" + blob)[:4]
    need(shaped and key_id.hex() == parts[1], "not a verifier key", "no es una clave")
    return Key(parts[0], key_id, blob[0], blob[1:])


def _line(line: str) -> Line:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    shaped = dash == "\N{EM DASH}" and _is_name(name)
    need(shaped and encoded, "not a signature line", "no es una línea de firma")
    blob = unbase64(encoded)
    need(len(blob) > 4, "not a signature line", "no es una línea de firma")
    return name, blob[:4], blob[4:]


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(s.isspace() or s < " " for s in name)
