"""Auditing a whole log: signatures, tree, every entry's key, place and acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.record.chains import Chains
from safeconduct.record.entries.act import read_act
from safeconduct.record.entries.canonical import digest_of
from safeconduct.record.entries.entry import Entry, read_entry
from safeconduct.record.keys.keyring import Keyring
from safeconduct.record.log.evidence import ForkEvidence
from safeconduct.record.notes.checkpoint import Checkpoint
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import Acceptance, accept
from safeconduct.record.proving import Prover
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tiles.audit import TreeAudit, audit_tree
from safeconduct.record.tiles.layout import CHECKPOINT
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree.verify import verify_consistency

MAX_FINDINGS = 1_000


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit of a log found.

    Attributes:
        checkpoint: the tree that was audited; nothing if its checkpoint was not accepted.
        accepted: the checkpoint with the cosignatures that hold.
        entries: how many entries of this program were read.
        foreign: how many entries are of another kind.
        findings: everything that does not verify; none for a sound log.
        fork: two signed checkpoints that contradict each other, where one was given.
    """

    checkpoint: Checkpoint | None
    accepted: Acceptance | None
    entries: int
    foreign: int
    findings: tuple[Finding, ...]
    fork: ForkEvidence | None = None


class EntryAudit:
    """Follows the entries of a log: who issued them, whether any was left out, who signed."""

    def __init__(self, origin: str, *, signatures: bool = True) -> None:
        """Begin before the first entry.

        Args:
            origin: the log's origin, which every entry must name.
            signatures: whether signatures are verified; keys and places always are.
        """
        self.origin = origin
        self.signatures = signatures
        self.entries = 0
        self.foreign = 0
        self.findings: list[Finding] = []
        self.keyring = Keyring()
        self.chains = Chains()
        self.last_hour = ""

    def visit(self, first: int, raws: Sequence[bytes], leaves: Sequence[bytes]) -> None:
        """Take in the entries of a bundle."""
        for index, (raw, leaf) in enumerate(zip(raws, leaves, strict=True), first):
            try:
                self._visit_one(index, raw, leaf)
            except Refused as refused:
                self._say(index, refused.message)

    def _visit_one(self, index: int, raw: bytes, leaf: bytes) -> None:
        try:
            entry = read_entry(raw)
        except Malformed:
            self.foreign += 1
            if self.entries:
                raise
            return
        self.entries += 1
        if entry.origin != self.origin:
            raise Refused(Message.of("record.entry-origin", index=index, origin=entry.origin))
        keyring = self.keyring if entry.is_sealed else self.keyring.after(entry.claims, index)
        trusted = keyring if index == 0 else self.keyring
        trusted.check_issuer(entry, index, signature=self.signatures)
        self.keyring = keyring
        if not entry.is_sealed:
            self._visit_shared(index, entry, leaf)

    def _visit_shared(self, index: int, entry: Entry, leaf: bytes) -> None:
        hour = str(entry.claims["recorded"])
        if hour < self.last_hour:
            self._say(index, Message.of("record.entry-earlier", index=index, recorded=hour))
        self.last_hour = max(hour, self.last_hour)
        if self.signatures:
            check_acts(entry.claims, self.keyring, index)
        self.chains.follow(entry.claims, leaf.hex(), index)

    def _say(self, index: int, message: Message) -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(
                Finding(message, Severity.ATTENTION, Location(column=f"entry {index}"))
            )


def check_acts(claims: Mapping[str, Plain], keyring: Keyring, index: int) -> None:
    """Verify every signed act of an entry against the decision that it carries.

    Raises:
        Refused: one of them does not hold.
    """
    acts = claims.get("acts")
    signed = {name: claims[name] for name in ("agreement", "body", "case", "event")}
    for act in acts if isinstance(acts, list) else []:
        keyring.check_act(read_act(str(act)), digest_of(signed), index)


def audit_log(
    source: Source,
    policy: Policy,
    *,
    since: bytes | None = None,
    signatures: bool = True,
    entries: bool = True,
) -> Audit:
    """Audit a whole log.

    Args:
        source: the log.
        policy: which keys and how many witnesses to trust.
        since: an earlier checkpoint of the log, which the present one must continue.
        signatures: verify the signature of every entry and act.
        entries: follow what entries say; without it, the tree alone is audited.
    """
    try:
        accepted = accept(_published(source), policy)
    except Refused as refused:
        return Audit(None, None, 0, 0, (refused.finding(CHECKPOINT),))
    tree = accepted.checkpoint
    follow = EntryAudit(tree.origin, signatures=signatures)
    findings: list[Finding] = []
    fork: ForkEvidence | None = None
    try:
        _same_root(audit_tree(source, tree.size, follow.visit if entries else None), tree)
        if since is not None:
            fork = _continues(source, accepted, parse_note(since), policy)
    except Refused as refused:
        findings.append(refused.finding())
    if fork is not None:
        findings.append(Finding(Message.of("record.fork", size=tree.size)))
    whole = (*findings, *follow.findings)
    return Audit(tree, accepted, follow.entries, follow.foreign, whole, fork)


def _same_root(found: TreeAudit, signed: Checkpoint) -> None:
    if found.root != signed.root:
        raise Refused(Message.of("record.root-differs", size=signed.size))


def _published(source: Source) -> Note:
    data = source.read(CHECKPOINT)
    if data is None:
        raise Refused(Message.of("record.missing", path=CHECKPOINT))
    return parse_note(data)


def _continues(
    source: Source, accepted: Acceptance, earlier: Note, policy: Policy
) -> ForkEvidence | None:
    """Evidence that the log does not continue an earlier checkpoint, or nothing if it does."""
    before, now = accept(earlier, policy).checkpoint, accepted.checkpoint
    if before.origin != now.origin:
        raise Refused(Message.of("record.log-not-in-policy", origin=before.origin))
    if before.size > now.size:
        raise Refused(Message.of("record.tree-shrank", old=before.size, size=now.size))
    proof = Prover(source, accepted.note).consistency(before.size)
    try:
        verify_consistency(before.size, now.size, before.root, now.root, proof)
    except Refused:
        return ForkEvidence(bytes(earlier), bytes(accepted.note))
    return None
