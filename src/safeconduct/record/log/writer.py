"""The writer of a log: entries in, checkpoints out, in an order that no crash can break.

The order is: entry durable in the journal (it has its index and is receipted from that moment) →
bundles and tiles durable → guard and anchor durable → signature → witnesses → publication.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from safeconduct.basics import Message
from safeconduct.record.log import evidence
from safeconduct.record.log.anchor import Anchor
from safeconduct.record.log.growing_tree import GrowingTree
from safeconduct.record.log.guard import Guard, read_guard
from safeconduct.record.log.rollback import refuse_rollback
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.notes.checkpoint import Checkpoint, checkpoint_of
from safeconduct.record.notes.note import Note, SignatureLine, join_note, parse_note
from safeconduct.record.notes.opening import open_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import accept
from safeconduct.record.notes.signing import SigningKey, cosign, sign
from safeconduct.record.notes.verifier_key import KeyType
from safeconduct.record.refusal import Refused
from safeconduct.record.tiles.bundle import MAX_ENTRY_BYTES, read_bundle, write_bundle
from safeconduct.record.tiles.layout import CHECKPOINT, TILE_WIDTH, Bundle
from safeconduct.record.tree.hashes import EMPTY_ROOT, leaf_hash
from safeconduct.record.tree.prove import consistency_proof

GUARD = "guard.json"
HISTORY = "checkpoints"
SIGNED = "signed"
TAKEN_AT = 16 * TILE_WIDTH
"""How many entries may wait in the journal before their full tiles are written."""


class Witnessing(Protocol):
    """Who remembers this log's checkpoints elsewhere, and cosigns new ones."""

    def remembered(self, origin: str) -> tuple[bytes | None, ...]:
        """Each answer: the latest checkpoint that a witness holds, or that it holds none."""
        ...

    def cosign(
        self, note: Note, since: int, prove: Callable[[int], tuple[bytes, ...]]
    ) -> tuple[tuple[SignatureLine, ...], tuple[Message, ...]]:
        """Cosignatures on a signed checkpoint, and why some are missing.

        ``prove(old)`` gives the consistency proof from an older size.
        """
        ...


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of publishing.

    Attributes:
        checkpoint: the tree that was signed.
        note: the checkpoint with all signatures that it has.
        published: whether the policy's quorum was met, so that the note stands in the log.
        missing: why it was not, or which witness did not answer.
    """

    checkpoint: Checkpoint
    note: Note
    published: bool
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the log is: its keys, its policy, and its second guard.

    Attributes:
        keys: the log's keys, the Ed25519 one first; their name is the origin.
        policy: the quorum that publication waits for.
        anchor: where the largest signed tree is remembered outside the log.
    """

    keys: tuple[SigningKey, ...]
    policy: Policy
    anchor: Anchor

    @property
    def origin(self) -> str:
        """The log's name."""
        return self.keys[0].name


class LogWriter:
    """The one writer of a log while it holds the lock; made by :func:`open_writer`."""

    def __init__(
        self, storage: LogStorage, identity: Identity, witnessing: Witnessing | None = None
    ) -> None:
        self._storage = storage
        self._identity = identity
        self._witnessing = witnessing
        base, tail = storage.journal()
        self._tree = GrowingTree(storage, base)
        self._tree.add(map(leaf_hash, tail))
        self._tail = list(tail)
        self._guard = read_guard(storage.recall(GUARD))
        self._asked_others = False
        self._broken = False
        refuse_rollback(self._tree, (self._guard, identity.anchor.read()), self._published())

    @property
    def size(self) -> int:
        """How many entries are durable, published or not."""
        return self._tree.size

    @property
    def storage(self) -> LogStorage:
        """Where the log lies."""
        return self._storage

    def entries_from(self, index: int) -> Iterator[bytes]:
        """The durable entries from an index on, waiting ones included."""
        base = self.size - len(self._tail)
        while index < base:
            path = Bundle(index // TILE_WIDTH).path
            data = self._storage.read(path)
            if data is None:
                raise Refused(Message.of("record.missing", path=path))
            yield from read_bundle(data, TILE_WIDTH)[index % TILE_WIDTH :]
            index += TILE_WIDTH - index % TILE_WIDTH
        yield from tuple(self._tail[index - base :])

    def append(self, entries: Sequence[bytes]) -> int:
        """Make entries durable and give them their places; the index of the first.

        Raises:
            Refused: an entry is empty or longer than 65,535 bytes, or cannot be kept; then none
                of them was added.
        """
        for entry in entries:
            if not 1 <= len(entry) <= MAX_ENTRY_BYTES:
                size = len(entry)
                raise Refused(Message.of("record.entry-too-long", size=size, limit=MAX_ENTRY_BYTES))
        # Tiles are written before the entries are accepted, never after: once they are durable
        # nothing may fail any more, or the caller would give them a second time.
        if len(self._tail) >= TAKEN_AT:
            self._take_full_tiles()
        first = self._tree.size
        if entries:
            self._storage.append_journal(entries)
            self._tree.add(map(leaf_hash, entries))
            self._tail += entries
        return first

    def publish(
        self, now: datetime | None = None, brought: Sequence[SignatureLine] = ()
    ) -> Publication:
        """Write the tiles of all entries, sign their tree, have it cosigned, and publish it.

        Args:
            now: the present instant.
            brought: cosignatures that came by another way than the network.

        Raises:
            Refused: others hold a later or another tree of this log, nobody could be asked, or
                the disk failed. The entries remain durable and receipted.
        """
        self._take_full_tiles()
        partial = Bundle(self._tree.base // TILE_WIDTH, len(self._tail))
        if self._tail:
            self._storage.create([(partial.path, write_bundle(self._tail))])
        self._storage.create(self._tree.partial_tiles())
        self._ask_others()
        checkpoint = Checkpoint(self._identity.origin, self._tree.size, self._tree.root)
        self._raise_guard(Guard(checkpoint.size, checkpoint.root))
        signatures = sign_checkpoint(checkpoint.text, self._identity.keys, now)
        return self._have_cosigned(checkpoint, Note(checkpoint.text, signatures), brought)

    def _take_full_tiles(self) -> None:
        if self._broken:
            raise Refused(Message.of("record.journal-broken"))
        full = len(self._tail) // TILE_WIDTH * TILE_WIDTH
        if not full:
            return
        self._broken = True  # until the storage and this object agree again
        first = self._tree.base // TILE_WIDTH
        bundles = (
            (Bundle(first + at // TILE_WIDTH).path, write_bundle(self._tail[at : at + TILE_WIDTH]))
            for at in range(0, full, TILE_WIDTH)
        )
        self._storage.create(bundles)
        self._storage.create(self._tree.take_full_tiles())
        self._storage.restart_journal(self._tree.base, self._tail[full:])
        del self._tail[:full]
        self._broken = False

    def _ask_others(self) -> None:
        """Compare once with what others remember: a restored backup is a fork in waiting."""
        if self._asked_others or self._witnessing is None:
            return
        answers = self._witnessing.remembered(self._identity.origin)
        heard = [theirs for theirs in map(self._heard, answers) if theirs is not None]
        if not heard:
            raise Refused(Message.of("record.nobody-answers"))
        for theirs in heard:
            self._compare_with(theirs)
        self._asked_others = True

    def _heard(self, answer: bytes | None) -> Note | None:
        """A checkpoint that this log did sign; garbage is no answer and blocks nobody."""
        if answer is None:
            empty = Checkpoint(self._identity.origin, 0, EMPTY_ROOT)
            return Note(empty.text, ())
        try:
            note = parse_note(answer)
            checkpoint_of(note.text)
            open_note(note, [key.verifier_key for key in self._identity.keys])
        except Refused:
            return None
        return note

    def _compare_with(self, note: Note) -> None:
        theirs = checkpoint_of(note.text)
        if theirs.size > self._tree.size:
            raise Refused(Message.of("record.others-are-ahead", ours=self.size, theirs=theirs.size))
        if self._tree.root_at(theirs.size) != theirs.root:
            self._keep_fork(bytes(note))
            raise Refused(Message.of("record.fork", size=theirs.size))

    def _keep_fork(self, theirs: bytes) -> None:
        # Our side of the evidence is the newest checkpoint that this log did sign.
        ours = self._storage.recall(SIGNED) or self._storage.read(CHECKPOINT) or b""
        evidence.keep(self._storage, evidence.ForkEvidence(ours, theirs))

    def _raise_guard(self, guard: Guard) -> None:
        if guard.size < self._guard.size:
            raise Refused(Message.of("record.below-guard"))
        if guard.size == self._guard.size and guard.root != self._guard.root and guard.size:
            raise Refused(Message.of("record.below-guard"))
        if guard != self._guard:
            self._storage.remember(GUARD, bytes(guard))
            self._guard = guard
        if self._identity.anchor.read() != guard:
            self._identity.anchor.write(guard)

    def _have_cosigned(
        self, checkpoint: Checkpoint, note: Note, brought: Sequence[SignatureLine]
    ) -> Publication:
        self._storage.remember(SIGNED, bytes(note))
        note = Note(note.text, (*note.signatures, *brought))
        missing: tuple[Message, ...] = ()
        if self._witnessing is not None:
            published = self._published()
            lines, missing = self._witnessing.cosign(
                note, published.size if published else 0, self._prove
            )
            note = Note(note.text, (*note.signatures, *lines))
        try:
            accept(note, self._identity.policy)
        except Refused as refused:
            return Publication(checkpoint, note, False, (*missing, refused.message))
        whole = join_note(note.text, note.signatures)
        first = f"{HISTORY}/{checkpoint.size:020d}"
        if self._storage.recall(first) is None:  # the earliest cosignatures prove the most
            self._storage.remember(first, whole)
        self._storage.replace(CHECKPOINT, whole)
        return Publication(checkpoint, note, True, missing)

    def _prove(self, old: int) -> tuple[bytes, ...]:
        return consistency_proof(old, self._tree.size, self._tree.node)

    def _published(self) -> Checkpoint | None:
        data = self._storage.read(CHECKPOINT)
        return None if data is None else checkpoint_of(parse_note(data).text)


@contextlib.contextmanager
def open_writer(
    storage: LogStorage, identity: Identity, witnessing: Witnessing | None = None
) -> Iterator[LogWriter]:
    """Open a log for writing, keeping every other writer out.

    Raises:
        WrongInput: another writer is at work.
        Refused: the log was restored from an older copy, or is damaged.
    """
    with storage.lock():
        yield LogWriter(storage, identity, witnessing)


def sign_checkpoint(
    text: str, keys: Sequence[SigningKey], now: datetime | None = None
) -> tuple[SignatureLine, ...]:
    """The log's own signatures, one for each of its keys."""
    at = now or datetime.now(UTC)
    return tuple(
        sign(text, key) if key.type is KeyType.NOTE else cosign(text, key, at) for key in keys
    )
