"""A bundle: entries of the sender's log, with the disclosures that may cross the border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record import Malformed
from safeconduct.record.strict_text import hash_from_base64, to_base64

MAX_ENTRIES = 1_024
"""Entries that one bundle may carry."""


class Haste(StrEnum):
    """Whether a bundle goes in its order."""

    IN_ORDER = "in-order"
    """A range of the log, in which no entry is missing, proved against a signed checkpoint."""

    AT_ONCE = "at-once"
    """Protective entries that overtake what is queued; the range that holds them follows."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One entry as it is carried.

    Attributes:
        index: its place in the sender's log.
        raw: its bytes, as they stand in the log.
        shown: the disclosures that may cross, as they are handed over.
    """

    index: int
    raw: bytes
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one party sends to the other at a time.

    Attributes:
        sender: the sender's log.
        recipient: the recipient's log.
        agreement: the agreement that both are parties to.
        haste: in its order, or at once.
        entries: the entries; of a range each follows the one before.
        checkpoint: the sender's signed checkpoint; empty at once.
        proof: that the checkpoint's tree begins with everything up to the last entry.
        expires_at: after this instant nobody need accept it; aware.
    """

    sender: str
    recipient: str
    agreement: str
    haste: Haste
    entries: tuple[Carried, ...]
    checkpoint: bytes
    proof: tuple[bytes, ...]
    expires_at: datetime

    def as_plain(self) -> dict[str, Plain]:
        """The bundle as a plain value, in which entries stand as they stand in the log."""
        return {
            "from": self.sender,
            "to": self.recipient,
            "agreement": self.agreement,
            "haste": self.haste.value,
            "entries": [_carried_as_plain(one) for one in self.entries],
            "checkpoint": self.checkpoint.decode(),
            "proof": [to_base64(one) for one in self.proof],
            "expires": self.expires_at.astimezone(UTC).isoformat(timespec="seconds"),
        }


def _carried_as_plain(one: Carried) -> Plain:
    return {"index": one.index, "raw": one.raw.decode("ascii"), "shown": [*one.shown]}


def bundle_of(read: Mapping[str, Plain]) -> Bundle:
    """Read a bundle from its plain value.

    Raises:
        Malformed: a part is missing, unknown or of the wrong kind, entries do not follow each
            other, or there are too many.
    """
    match read:
        case {
            "from": str(sender),
            "to": str(recipient),
            "agreement": str(agreement),
            "haste": str(haste),
            "entries": list(entries),
            "checkpoint": str(checkpoint),
            "proof": list(proof),
            "expires": str(expires),
        } if len(read) == 8 and len(entries) <= MAX_ENTRIES and haste in tuple(Haste):
            bundle = Bundle(
                sender,
                recipient,
                agreement,
                Haste(haste),
                tuple(map(_carried, entries)),
                checkpoint.encode(),
                tuple(hash_from_base64(str(one)) for one in proof),
                _instant(expires),
            )
        case _:
            raise Malformed(Message.of("exchange.bundle"))
    if bundle.haste is Haste.IN_ORDER and not _follow_each_other(bundle.entries):
        raise Malformed(Message.of("exchange.bundle-order"))
    return bundle


def _carried(read: Plain) -> Carried:
    match read:
        case {"index": int(index), "raw": str(raw), "shown": list(shown), **rest} if (
            not rest and index >= 0 and raw.isascii()
        ):
            return Carried(index, raw.encode("ascii"), tuple(map(str, shown)))
        case _:
            raise Malformed(Message.of("exchange.bundle"))


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Malformed(Message.of("exchange.bundle")) from wrong
    if instant.tzinfo is None:
        raise Malformed(Message.of("exchange.bundle"))
    return instant


def _follow_each_other(entries: tuple[Carried, ...]) -> bool:
    return all(one.index == entries[0].index + at for at, one in enumerate(entries))
