"""Two parties with a record each, and the link between them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from safeconduct.exchange import (
    ExchangeKeys,
    Inbox,
    Link,
    Mirror,
    Outbox,
    PartyCard,
    Received,
    read_acknowledgement,
    seal,
)
from safeconduct.exchange.crossing import Withheld, nothing_withheld
from safeconduct.record import FolderStorage, Statement, draft, make_home, open_home
from safeconduct.record.notes import KeyType, SigningKey
from safeconduct.record.record import Receipted
from safeconduct.record.tiles import open_source

AGREEMENT = "xa-xb-2026-example"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class Party:
    """One side: its record in a folder, its keys, and what it knows of the other."""

    folder: Path
    name: str
    keys: ExchangeKeys = field(default_factory=ExchangeKeys.generate)
    link: Link = field(default_factory=Link)
    withheld: Withheld = nothing_withheld
    now: datetime = NOON

    def __post_init__(self) -> None:
        self.origin = f"{self.name}.example/{AGREEMENT}/log"
        make_home(self.log, self.origin, None)
        self.cosigner = SigningKey.generate(f"{self.name}.example/witness", KeyType.COSIGNATURE)
        with open_home(self.log, None) as home:
            logs = tuple(str(key.verifier_key) for key in home.identity.keys)
        self.card = PartyCard(
            self.origin,
            self.name.upper(),
            AGREEMENT,
            "sha256:terms",
            "sha256:floor",
            "0.1.0+abc",
            logs,
            self.keys.signing_public,
            self.keys.sealing_public,
        )

    @property
    def log(self) -> Path:
        return self.folder / self.name

    def write(self, *statements: Statement, publish: bool = True) -> tuple[Receipted, ...]:
        """Write statements into this party's record."""
        with open_home(self.log, None) as home:
            written = home.record.append([(draft(one), ()) for one in statements])
            if publish:
                home.record.publish()
            return written

    def size(self) -> int:
        with open_home(self.log, None) as home:
            return home.record.size

    def outbox(self, peer: PartyCard, stack: ExitStack) -> Outbox:
        home = stack.enter_context(open_home(self.log, None))
        source = open_source(str(self.log))
        return Outbox(source, home.record.disclosures, self.card, peer, self.withheld)


def mirror_folder(party: Party, of: Party) -> Path:
    return party.folder / f"{party.name}-mirrors-{of.name}"


def next_sealed(sender: Party, recipient: Party) -> bytes | None:
    """The next bundle from one to the other, sealed."""
    with ExitStack() as stack:
        outbox = sender.outbox(recipient.card, stack)
        bundle = outbox.next_bundle(sender.link.has, sender.now)
        return None if bundle is None else seal(bundle, sender.keys, recipient.card)


def urgent_sealed(sender: Party, recipient: Party, written: Sequence[Receipted]) -> bytes | None:
    """A bundle at once, if one of the entries protects somebody."""
    with ExitStack() as stack:
        outbox = sender.outbox(recipient.card, stack)
        bundle = outbox.at_once([(one.index, one.raw) for one in written], sender.now)
        return None if bundle is None else seal(bundle, sender.keys, recipient.card)


def receive(recipient: Party, sender: Party, data: bytes) -> Received:
    """Hand a sealed bundle to the recipient's inbox, and write its receipts."""
    folder = mirror_folder(recipient, sender)
    if not folder.exists():
        FolderStorage.make(folder)
    storage = FolderStorage(folder)
    with storage.lock():
        mirror = Mirror(storage, sender.card)
        inbox = Inbox(
            storage, mirror, recipient.card, sender.card, recipient.keys, recipient.cosigner
        )
        received = inbox.receive(data, recipient.now)
        mirror.keep()
    if received.receipts:
        recipient.write(*received.receipts)
    return received


def acknowledge(sender: Party, recipient: Party, received: Received) -> None:
    """Bring the recipient's answer back to the sender."""
    answer = read_acknowledgement(
        received.answer.signed(recipient.keys), sender.card, recipient.card
    )
    sender.link = sender.link.after(answer, sender.now, sender.size())


def exchange(sender: Party, recipient: Party) -> list[Received]:
    """Send until the recipient has everything."""
    done = []
    while (data := next_sealed(sender, recipient)) is not None:
        received = receive(recipient, sender, data)
        acknowledge(sender, recipient, received)
        done.append(received)
        if received.refused is not None:
            break
    return done


def pair(folder: Path) -> tuple[Party, Party]:
    """The sending and the receiving State's parties."""
    return Party(folder, "xa"), Party(folder, "xb")


def later(**by: float) -> datetime:
    return NOON + timedelta(**by)


def copy_of(party: Party, to: Path) -> None:
    """Keep a copy of a party's record, as a backup would."""
    shutil.copytree(party.log, to / "log")
    shutil.copytree(party.log.with_name(party.name + ".private"), to / "private")


def put_back(party: Party, from_: Path) -> None:
    """Put the copy in the place of the record."""
    private = party.log.with_name(party.name + ".private")
    for folder, kept in ((party.log, "log"), (private, "private")):
        shutil.rmtree(folder)
        shutil.copytree(from_ / kept, folder)
