"""Checkpoints that a policy accepts, and entries proved in them (C2SP tlog-proof)."""

from __future__ import annotations

from typing import NamedTuple

from safeconduct.record.packs.offline.ed25519 import is_signed
from safeconduct.record.packs.offline.notes import Key, Policy, read_note
from safeconduct.record.packs.offline.texts import LIMIT, hash32, need, number, sha, unbase64
from safeconduct.record.packs.offline.trees import check_inclusion

YEAR_10000 = 253402300800


class Proved(NamedTuple):
    """Where an entry stands: the log, its index, the tree's size, and the proved time or 0."""

    origin: str
    at: int
    size: int
    time: int


def prove_entry(proof: bytes, raw: bytes, policy: Policy) -> Proved:
    """Check that the bytes of an entry stand in a checkpoint that the policy accepts."""
    head, blank, note = proof.partition(b"\n\n")
    rows = head.decode("ascii", "replace").split("\n")
    headed = blank and rows.pop(0) == "c2sp.org/tlog-proof@v1" and len(proof) <= LIMIT
    need(headed, "not a proof", "no es una prueba")
    if rows and rows[0].startswith("extra "):
        unbase64(rows.pop(0)[6:])
    shaped = rows and rows[0].startswith("index ") and len(rows) <= 64
    need(shaped, "not a proof", "no es una prueba")
    index, path = number(rows[0][6:]), [hash32(row) for row in rows[1:]]
    origin, size, root, time = _accept(note, policy)
    check_inclusion(index, size, sha(b"\0" + raw), path, root)
    return Proved(origin, index, size, time)


def _accept(note: bytes, policy: Policy) -> tuple[str, int, bytes, int]:
    text, lines = read_note(note)
    rows = text[:-1].split("\n")
    need(len(rows) >= 3 and all(rows), "not a checkpoint", "no es un punto de control")
    size, root = number(rows[1]), hash32(rows[2])
    logs = [key for key in policy.logs if key.name == rows[0]]
    need(logs, "the policy knows no such log", "la política no conoce ese registro")
    times: dict[Key, int] = {}
    for name, key_id, signature in lines:
        for key in (*logs, *policy.witnesses.values()):
            if (key.name, key.id) == (name, key_id) and key.kind != 6:
                times[key] = _verified(text, signature, key)
    need(any(key in times for key in logs), "the log has not signed", "el registro no firmó")
    need(size or root == sha(b""), "an empty log has another root", "raíz vacía distinta")
    cosigned = {name: times[key] for name, key in policy.witnesses.items() if key in times}
    quorum = policy.quorums[0]
    met = policy.is_met(quorum, set(cosigned))
    need(met, "the quorum is not met", "no se alcanza el cuórum")
    return rows[0], size, root, _proved_time(policy, cosigned)


def _verified(text: str, signature: bytes, key: Key) -> int:
    """The time that a cosignature states; a log's own signature states none."""
    message, time = text.encode(), 0
    if key.kind == 4:
        time = int.from_bytes(signature[:8], "big")
        message = b"cosignature/v1\ntime %d\n" % time + message
        signature = signature[8:]
    good = time < YEAR_10000 and is_signed(key.public, message, signature)
    need(good, f"the signature of {key.name} fails", f"la firma de {key.name} falla")
    return time


def _proved_time(policy: Policy, cosigned: dict[str, int]) -> int:
    """The earliest time by which the witnesses already made the quorum."""
    quorum = policy.quorums[0]
    for time in sorted(time for time in cosigned.values() if time and quorum != "none"):
        if policy.is_met(quorum, {name for name, at in cosigned.items() if at and at <= time}):
            return time
    return 0
