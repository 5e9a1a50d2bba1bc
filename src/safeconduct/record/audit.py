"""Auditing a whole log: signatures, tree, every entry's key, place and acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.record.chains import Chains
from safeconduct.record.entries.act import read_act
from safeconduct.record.entries.canonical import digest_of
from safeconduct.record.entries.disclosure import Disclosure
from safeconduct.record.entries.entry import read_entry
from safeconduct.record.entries.presentation import Presentation
from safeconduct.record.keys.keyring import Keyring
from safeconduct.record.log.evidence import ForkEvidence
from safeconduct.record.notes.checkpoint import Checkpoint
from safeconduct.record.notes.note import Note, parse_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import Acceptance, accept
from safeconduct.record.packs.check import SIGNED, signed_claims
from safeconduct.record.proving import Prover
from safeconduct.record.reading_ahead import ReadAhead, ReadBundle, ReadEntry
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.audit import TreeAudit, audit_tree
from safeconduct.record.tiles.layout import CHECKPOINT
from safeconduct.record.tiles.source import Source
from safeconduct.record.tree.verify import verify_consistency

Disclosed = Callable[[int, bytes], tuple[Disclosure, ...]]
"""What is kept of the entry with an index and a leaf hash."""

MAX_FINDINGS = 1_000
WORTH_SHARING = 20_000
"""Entries below which other processes would begin later than one alone is done."""


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

    def __init__(
        self,
        origin: str,
        *,
        signatures: bool = True,
        disclosed: Disclosed | None = None,
        processes: int = 1,
    ) -> None:
        """Begin before the first entry.

        Args:
            origin: the log's origin, which every entry must name.
            signatures: whether signatures are verified; keys and places always are.
            disclosed: gives what sealed entries hide, so that they are followed too.
            processes: how many processes verify signatures.
        """
        self.origin = origin
        self.disclosed = disclosed
        self.signatures = signatures
        self.entries = 0
        self.foreign = 0
        self.findings: list[Finding] = []
        self.keyring = Keyring()
        self.chains = Chains()
        self.sealed_chains = Chains()
        self.last_hour = ""
        self._ahead = ReadAhead(processes if signatures else 1)

    def visit(self, first: int, raws: Sequence[bytes], leaves: Sequence[bytes]) -> None:
        """Take in the entries of a bundle."""
        keys = self.keyring.issuers() if self.signatures else {}
        for bundle in self._ahead.read(first, raws, leaves, keys):
            self._follow(bundle)

    def finish(self) -> None:
        """Follow what was taken in and not yet followed."""
        try:
            for bundle in self._ahead.rest():
                self._follow(bundle)
        finally:
            self._ahead.close()

    def _follow(self, bundle: ReadBundle) -> None:
        whole = zip(bundle.raws, bundle.leaves, bundle.entries, strict=True)
        for index, (raw, leaf, entry) in enumerate(whole, bundle.first):
            try:
                self._visit_one(index, raw, leaf, entry)
            except Refused as refused:
                self._say(index, refused.message)

    def _visit_one(self, index: int, raw: bytes, leaf: bytes, entry: ReadEntry | None) -> None:
        if entry is None:
            self.foreign += 1
            if self.entries:
                read_entry(raw)  # says what is wrong with it
            return
        self.entries += 1
        if entry.origin != self.origin:
            raise Refused(Message.of("record.entry-origin", index=index, origin=entry.origin))
        keyring = self.keyring
        if entry.claims is not None:
            keyring = keyring.after(entry.claims, index)
        trusted = keyring if index == 0 else self.keyring
        issuer = trusted.issuer(entry.kid, index)
        if self.signatures and entry.signed_with != issuer.public:
            read_entry(raw).jws.verify(issuer.public)
        self.keyring = keyring
        if entry.claims is not None:
            self._visit_shared(index, entry.claims, leaf)
        elif self.disclosed is not None:
            self._visit_sealed(index, raw, self.disclosed(index, leaf), leaf)

    def _visit_shared(self, index: int, claims: Mapping[str, Plain], leaf: bytes) -> None:
        hour = str(claims["recorded"])
        if hour < self.last_hour:
            self._say(index, Message.of("record.entry-earlier", index=index, recorded=hour))
        self.last_hour = max(hour, self.last_hour)
        if self.signatures:
            check_acts(claims, self.keyring, index)
        self.chains.follow(claims, leaf.hex(), index)

    def _visit_sealed(
        self, index: int, raw: bytes, disclosures: tuple[Disclosure, ...], leaf: bytes
    ) -> None:
        if not disclosures:
            return  # a cover, or an entry that nobody opened
        presentation = Presentation(read_entry(raw), disclosures)
        claims = presentation.claims()
        if not claims.keys() >= {"case", "event", "prev", "seq"}:
            raise Refused(Message.of("record.structure-not-disclosed", index=index))
        if self.signatures:
            check_acts(signed_claims(presentation), self.keyring, index)
        self.sealed_chains.follow(claims, leaf.hex(), index)

    def _say(self, index: int, message: Message) -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(Finding(message, Severity.ATTENTION, Location(column=index)))


def check_acts(claims: Mapping[str, Plain], keyring: Keyring, index: int) -> None:
    """Verify every signed act of an entry against the decision that it carries.

    Raises:
        Refused: one of them does not hold.
    """
    acts = claims.get("acts")
    for act in acts if isinstance(acts, list) else []:
        if not claims.keys() >= set(SIGNED):
            raise Refused(Message.of("record.act-without-decision"))
        signed = {name: claims[name] for name in SIGNED}
        keyring.check_act(read_act(str(act)), digest_of(signed), index)


def audit_log(
    source: Source,
    policy: Policy,
    *,
    since: bytes | None = None,
    signatures: bool = True,
    entries: bool = True,
    disclosed: Disclosed | None = None,
    processes: int = 1,
) -> Audit:
    """Audit a whole log.

    Args:
        source: the log.
        policy: which keys and how many witnesses to trust.
        since: an earlier checkpoint of the log, which the present one must continue.
        signatures: verify the signature of every entry and act.
        entries: follow what entries say; without it, the tree alone is audited.
        disclosed: gives what sealed entries hide, from their index and leaf hash; their sequences
            and acts are then followed too.
        processes: how many processes verify signatures, where there are enough to share out.
            More than one demand that the program's main module can be imported again.

    Returns:
        What was found; the column of a finding about an entry is the entry's index.
    """
    try:
        accepted = accept(_published(source), policy)
    except Refused as refused:
        return Audit(None, None, 0, 0, (refused.finding(CHECKPOINT),))
    tree = accepted.checkpoint
    shared_out = processes if tree.size >= WORTH_SHARING else 1
    follow = EntryAudit(
        tree.origin, signatures=signatures, disclosed=disclosed, processes=shared_out
    )
    findings: list[Finding] = []
    fork: ForkEvidence | None = None
    try:
        _same_root(audit_tree(source, tree.size, follow.visit if entries else None), tree)
        if since is not None:
            fork = _continues(source, accepted, parse_note(since), policy)
    except Refused as refused:
        findings.append(refused.finding())
    finally:
        follow.finish()
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
