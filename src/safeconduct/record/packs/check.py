"""Checking an evidence pack: everything in it holds, or the first thing that does not is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.act import Act, read_act
from safeconduct.record.entries.canonical import digest_of
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.entries.presentation import Presentation, parse_presentation
from safeconduct.record.keys.keyring import Keyring
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import Acceptance, proved_by
from safeconduct.record.notes.proof_file import parse_proof_file
from safeconduct.record.packs.files import DECLARED, ENTRY, PRESENTATION, PROOF, PackFiles
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tree.hashes import leaf_hash

SIGNED = ("agreement", "body", "case", "event")
"""The claims that make a decision, and that a person signs."""


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """What a pack proves.

    Attributes:
        acceptance: the checkpoint, and who cosigned it.
        index: the entry's place in the log.
        existed_by: the instant by which the entry stood in the log, on the quorum's word.
        says: the entry's claims with the disclosed values in place.
        acts: the signed acts, each verified.
    """

    acceptance: Acceptance
    index: int
    existed_by: datetime | None
    says: Mapping[str, Plain]
    acts: tuple[Act, ...]


def check_pack(files: PackFiles, policy: Policy) -> CheckedPack:
    """Check a pack under a policy that the checker trusts.

    Raises:
        Refused: a part is missing, malformed, or does not hold.
    """
    for name in (ENTRY, PRESENTATION, PROOF):
        if name not in files:
            raise Refused(Message.of("record.missing", path=name))
    raw = files[ENTRY]
    presentation = parse_presentation(files[PRESENTATION].decode("ascii", "replace"))
    if presentation.entry.raw != raw:
        raise Refused(Message.of("record.pack-two-entries"))
    index, acceptance = _proved(files[PROOF], raw, policy)
    origin = acceptance.checkpoint.origin
    keyring = _declared(files, origin, index, policy)
    entry = _of_log(presentation.entry, origin, index)
    if index == 0:
        keyring = keyring.after(entry.claims, index)
    keyring.check_issuer(entry, index)
    says = presentation.claims()
    acts = _acts(presentation, keyring, index)
    return CheckedPack(acceptance, index, proved_by(acceptance, policy), says, acts)


def _proved(proof: bytes, raw: bytes, policy: Policy) -> tuple[int, Acceptance]:
    read = parse_proof_file(proof)
    return read.index, read.verify(leaf_hash(raw), policy)


def _of_log(entry: Entry, origin: str, index: int) -> Entry:
    if entry.origin != origin:
        raise Refused(Message.of("record.entry-origin", index=index, origin=entry.origin))
    return entry


def _declared(files: PackFiles, origin: str, before: int, policy: Policy) -> Keyring:
    """The keys that the log declared before the entry, each declaration proved in the log."""
    keyring, last = Keyring(), -1
    for name in sorted(name for name in files if name.startswith(DECLARED)):
        stem, _, ending = name.rpartition(".")
        if ending not in ("jwt", "tlog-proof"):
            raise Malformed(Message.of("record.pack-foreign-file", name=name))
        if ending == "jwt":
            proof = files.get(f"{stem}.tlog-proof", b"")
            index, accepted = _proved(proof, files[name], policy)
            in_order = last < index < before and (index == 0) == (last < 0)
            if not in_order or accepted.checkpoint.origin != origin:
                raise Refused(Message.of("record.pack-keys"))
            entry = _of_log(read_entry(files[name]), origin, index)
            after = keyring.after(entry.claims, index)
            if after is keyring and entry.claims.get("event") != "key-rotated":
                raise Refused(Message.of("record.key-entry", index=index))
            (after if index == 0 else keyring).check_issuer(entry, index)
            keyring, last = after, index
    return keyring


def _acts(presentation: Presentation, keyring: Keyring, index: int) -> tuple[Act, ...]:
    claims = signed_claims(presentation)
    texts = claims.get("acts")
    if not isinstance(texts, list) or not texts:
        return ()
    if any(name not in claims for name in SIGNED):
        raise Refused(Message.of("record.act-without-decision"))
    decision = digest_of({name: claims[name] for name in SIGNED})
    acts = tuple(read_act(str(text)) for text in texts)
    for act in acts:
        keyring.check_act(act, decision, index)
    return acts


def signed_claims(presentation: Presentation) -> Mapping[str, Plain]:
    """An entry's claims as they were signed: those on top disclosed, nested digests left."""
    digests = presentation.entry.claims["_sd"]
    top = {str(one) for one in digests} if isinstance(digests, list) else set()
    disclosed = {one.name: one.value for one in presentation.disclosures if one.digest in top}
    return {**presentation.entry.claims, **disclosed}
