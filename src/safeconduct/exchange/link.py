"""The link to the other party: what it has of ours, when it was last heard, how long it is silent.

Silence never weakens anybody's protection and never confirms a permission; it is shown, with its
clock, to those who must act on it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from safeconduct.basics import Message
from safeconduct.exchange.acknowledgement import Acknowledgement
from safeconduct.record import Malformed, Refused
from safeconduct.record.entries.canonical import read_object


@dataclass(frozen=True, slots=True)
class Link:
    """What we know of the other party's side.

    Attributes:
        has: how many entries of our log it acknowledged.
        heard_at: when it was last heard; aware; nothing before the first time.
    """

    has: int = 0
    heard_at: datetime | None = None

    def after(self, answer: Acknowledgement, now: datetime, size: int) -> Link:
        """The link after an acknowledgement.

        A smaller number than before is taken as it is: a party that was restored from a backup
        asks for what it lost.

        Args:
            answer: the acknowledgement.
            now: the present instant.
            size: how many entries our own log has.

        Raises:
            Refused: it acknowledges entries that we never wrote.
        """
        if answer.size > size:
            raise Refused(
                Message.of("exchange.acknowledges-too-much", theirs=answer.size, ours=size)
            )
        return replace(self, has=answer.size, heard_at=now)

    def silent_for(self, now: datetime) -> timedelta | None:
        """How long the other party has not been heard; nothing where it never was."""
        return None if self.heard_at is None else max(now - self.heard_at, timedelta())

    def __bytes__(self) -> bytes:
        heard = self.heard_at.isoformat() if self.heard_at else ""
        return json.dumps({"has": self.has, "heard_at": heard}).encode() + b"\n"


def read_link(data: bytes | None) -> Link:
    """Read a kept link; where none was kept, one that was never used.

    Raises:
        Malformed: it cannot be read.
    """
    if data is None:
        return Link()
    match read_object(data):
        case {"has": int(has), "heard_at": str(heard)}:
            try:
                return Link(has, datetime.fromisoformat(heard) if heard else None)
            except ValueError as wrong:
                raise Malformed(Message.of("exchange.link")) from wrong
        case _:
            raise Malformed(Message.of("exchange.link"))
