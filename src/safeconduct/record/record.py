"""The record of one party: statements become entries that are durable and have their place."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.record import disclosure_store
from safeconduct.record.chains import Head
from safeconduct.record.entries.act import read_act
from safeconduct.record.entries.disclosure import Disclosure
from safeconduct.record.entries.draft import Draft, Statement, draft
from safeconduct.record.entries.entry import EntryKey, read_entry
from safeconduct.record.keys.keyring import KEY_EVENTS, Keyring
from safeconduct.record.log.storage import LogStorage
from safeconduct.record.log.writer import Identity, LogWriter, Publication, Witnessing
from safeconduct.record.memory import Memory
from safeconduct.record.notes.note import SignatureLine
from safeconduct.record.refusal import Refused
from safeconduct.record.strict_text import to_base64url
from safeconduct.record.tree.hashes import leaf_hash

SEALED_IN_STEPS_OF = 2
"""Sealed entries are filled up with covers to a multiple of this, and never fewer than it."""


@dataclass(frozen=True, slots=True)
class Receipted:
    """An entry that is durable and has its place.

    Attributes:
        index: its place in the log.
        leaf: its leaf hash.
        raw: its bytes.
        seq: its number in its case.
        disclosures: everything that it hides.
        notes: what was said on the way, such as a clock that went back.
    """

    index: int
    leaf: bytes
    raw: bytes
    seq: int
    disclosures: tuple[Disclosure, ...]
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Issued:
    raw: bytes
    sealed: bool
    seq: int = 0
    disclosures: tuple[Disclosure, ...] = ()
    number: int | None = None
    about_keys: bool = False


class Record:
    """A log of entries, open for writing; made by :func:`open_record`."""

    def __init__(self, writer: LogWriter, origin: str, key: EntryKey) -> None:
        self._writer = writer
        self._origin = origin
        self._key = key
        self._memory = Memory(writer.storage)
        self._memory.catch_up(writer)

    @property
    def memory(self) -> Memory:
        """What follows from the entries: sequences, keys, holds."""
        return self._memory

    @property
    def size(self) -> int:
        """How many entries are durable."""
        return self._writer.size

    def append(
        self, drafts: Sequence[tuple[Draft, Sequence[str]]], now: datetime | None = None
    ) -> tuple[Receipted, ...]:
        """Record drafts with their signed acts; all of them become durable, or none.

        Cover entries go with them, so that nobody outside can count what is protected.

        Raises:
            WrongInput: an act does not sign its draft, or its signer is not enrolled.
            Refused: the entries cannot be kept.
        """
        at = now or datetime.now(UTC)
        self._check(drafts)
        if 2 * len(drafts) + SEALED_IN_STEPS_OF > disclosure_store.MAX_BATCH:
            large = Message.of("record.batch-too-large", count=len(drafts))
            raise WrongInput(Finding(large, Severity.ERROR))
        notes = self._clock_notes(at)
        issued = self._in_random_order(self._issue(drafts, at))
        first = self._writer.size
        kept = [(leaf_hash(one.raw), one.disclosures) for one in issued]
        disclosure_store.keep(self._writer.storage, first, kept)
        self._writer.append([one.raw for one in issued])
        self._memory.follow(first, map(read_entry, (one.raw for one in issued)))
        placed = [
            (
                one.number,
                Receipted(index, leaf_hash(one.raw), one.raw, one.seq, one.disclosures, notes),
            )
            for index, one in enumerate(issued, first)
            if one.number is not None
        ]
        return tuple(receipted for _, receipted in sorted(placed, key=lambda pair: pair[0]))

    def publish(
        self, now: datetime | None = None, brought: Sequence[SignatureLine] = ()
    ) -> Publication:
        """Sign the tree, have it cosigned and publish it; see :meth:`LogWriter.publish`."""
        return self._writer.publish(now, brought)

    def entry(self, index: int) -> bytes:
        """The bytes of a durable entry, published or not."""
        return next(self._writer.entries_from(index))

    def entries(self, first: int = 0) -> Iterator[tuple[int, Mapping[str, Plain]]]:
        """The durable entries from an index on, each with all that is still disclosed of it."""
        for index, raw in enumerate(self._writer.entries_from(first), first):
            yield index, self._memory.opened(index, read_entry(raw))

    def disclosures(self, index: int, raw: bytes) -> tuple[Disclosure, ...]:
        """The disclosures of an entry that have not been erased."""
        return disclosure_store.read(self._writer.storage, index, leaf_hash(raw))

    def forget_values(self, index: int, raw: bytes, names: frozenset[str]) -> None:
        """Erase values of an entry for good; :func:`safeconduct.record.erase` records it too."""
        disclosure_store.erase(self._writer.storage, index, leaf_hash(raw), names)

    def _check(self, drafts: Sequence[tuple[Draft, Sequence[str]]]) -> None:
        # Whatever could make an entry unreadable is found before the entry is durable.
        keyring = self._memory.keyring
        own = keyring.keys.get(self._key.kid)
        if keyring.keys and (own is None or not own.is_valid_at(self._writer.size)):
            raise Refused(Message.of("record.no-entry-key"))
        if self._writer.size == 0 and [one.event.name for one, _ in drafts] != ["record-opened"]:
            raise WrongInput(Finding(Message.of("record.not-opened"), Severity.ERROR))
        about_keys = any(one.event.name in KEY_EVENTS for one, _ in drafts)
        if about_keys and len(drafts) > 1:
            alone = Message.of("record.key-entry-alone")
            raise WrongInput(Finding(alone, Severity.ERROR))
        try:
            for one, acts in drafts:
                keyring = _after(keyring, one, acts, self._writer.size)
        except Refused as refused:
            raise WrongInput(Finding(refused.message, Severity.ERROR)) from refused

    def _clock_notes(self, now: datetime) -> tuple[Finding, ...]:
        # Protection is receipted whatever the clock says; no proof ever rests on this clock.
        if now.astimezone(UTC).strftime("%Y-%m-%dT%H") >= self._memory.last_time[:13]:
            return ()
        return (Finding(Message.of("record.clock-went-back"), Severity.ATTENTION),)

    def _issue(self, drafts: Sequence[tuple[Draft, Sequence[str]]], now: datetime) -> list[_Issued]:
        heads: dict[tuple[str, bool], Head] = {}
        issued = []
        for number, (one, acts) in enumerate(drafts):
            sealed = one.confidentiality.is_sealed
            chain = one.case, sealed
            head = heads.get(chain) or self._memory.head(one.case, sealed=sealed)
            place = head.next_place
            raw, disclosures = self._key.issue(self._origin, one, place, acts, now)
            heads[chain] = Head(place.seq, leaf_hash(raw).hex())
            about_keys = one.event.name in KEY_EVENTS
            issued.append(_Issued(raw, sealed, place.seq, disclosures, number, about_keys))
        return issued

    def _in_random_order(self, issued: list[_Issued]) -> list[_Issued]:
        """Shared and sealed entries and covers, interleaved; each sequence keeps its order."""
        if not issued or self._writer.size == 0:
            return issued  # the opening entry stands first and alone
        sealed = [one for one in issued if one.sealed]
        missing = -len(sealed) % SEALED_IN_STEPS_OF or (0 if sealed else SEALED_IN_STEPS_OF)
        covers = [_Issued(self._key.cover(self._origin), sealed=True) for _ in range(missing)]
        if any(one.about_keys for one in issued):
            return [*covers, *issued]  # nothing may follow under a key that has just ended
        return _mixed([one for one in issued if not one.sealed], _mixed(sealed, covers))


def _after(keyring: Keyring, one: Draft, acts: Sequence[str], index: int) -> Keyring:
    for text in acts:
        keyring.check_act(read_act(text), one.digest, index)
    if one.event.name in KEY_EVENTS and one.confidentiality.is_sealed:
        raise Refused(Message.of("record.key-entry", index=index))
    return keyring.after(one.claims, index)


def _mixed(one: list[_Issued], other: list[_Issued]) -> list[_Issued]:
    """Two rows as one, at random, each in its own order; every mixture is equally likely."""
    places = set(secrets.SystemRandom().sample(range(len(one) + len(other)), len(one)))
    left, right = iter(one), iter(other)
    return [next(left if at in places else right) for at in range(len(one) + len(other))]


@contextlib.contextmanager
def open_record(
    storage: LogStorage, identity: Identity, key: EntryKey, witnessing: Witnessing | None = None
) -> Iterator[Record]:
    """Open a record for writing, keeping every other writer out.

    Raises:
        WrongInput: another writer is at work.
        Refused: the record was restored from an older copy, or is damaged.
    """
    with storage.lock():
        writer = LogWriter(storage, identity, witnessing)
        record = Record(writer, identity.origin, key)
        yield record
        record.memory.keep()


def opening(identity: Identity, key: EntryKey) -> Draft:
    """The first entry of a record: which keys issue and sign it."""
    log = str(identity.keys[0].verifier_key)
    facts = {"key": to_base64url(key.public), "log": log}
    return draft(Statement("record-opened", facts=facts))
