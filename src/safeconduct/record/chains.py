"""Sequences: per case, each entry names its number and the entry before, so that gaps show."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.entry import Place
from safeconduct.record.refusal import Refused


@dataclass(frozen=True, slots=True)
class Head:
    """A case's latest entry in one of its two sequences.

    Attributes:
        seq: its number.
        leaf: its leaf hash, in hexadecimal.
    """

    seq: int = 0
    leaf: str = ""

    @property
    def next_place(self) -> Place:
        """The place of the entry that follows."""
        return Place(self.seq + 1, self.leaf)

    def followed_by(self, claims: Mapping[str, Plain], leaf: str, index: int) -> Self:
        """The head after an entry.

        Raises:
            Refused: the entry does not follow: one was left out, repeated or exchanged.
        """
        if (claims.get("seq"), claims.get("prev")) != (self.seq + 1, self.leaf):
            raise Refused(
                Message.of(
                    "record.sequence",
                    index=index,
                    case=str(claims.get("case")),
                    expected=self.seq + 1,
                    found=str(claims.get("seq")),
                )
            )
        return type(self)(self.seq + 1, leaf)


class Chains:
    """The heads of many cases, as an audit meets them."""

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}

    def follow(self, claims: Mapping[str, Plain], leaf: str, index: int) -> None:
        """Take in an entry; the next one is held against this one, whether or not it follows.

        Raises:
            Refused: it does not follow its case's entry before.
        """
        case = str(claims["case"])
        before = self.heads.get(case, Head())
        self.heads[case] = Head(int(str(claims["seq"])), leaf)
        before.followed_by(claims, leaf, index)


def chain_name(case: str, *, sealed: bool) -> str:
    """A case's name among private values; its shared and sealed sequences are two."""
    kind = "sealed" if sealed else "shared"
    return f"chains/{kind}/{hashlib.sha256(case.encode()).hexdigest()}"
