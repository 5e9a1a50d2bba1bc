"""An acknowledgement: how far the recipient has the sender's log, cosigned, and what it refused."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.exchange.card import PartyCard
from safeconduct.exchange.keys import ExchangeKeys
from safeconduct.record import Malformed, Refused
from safeconduct.record.entries.jws import make_jws, parse_jws, signing_jwk
from safeconduct.record.strict_text import from_base64url

TYPE = "safeconduct-acknowledgement+jwt"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The recipient's answer to a bundle, signed by it.

    Attributes:
        by: the recipient's log.
        log: the sender's log.
        size: how many entries of the sender's log the recipient has, without a gap.
        leaves: leaf hashes, in hexadecimal, of entries that came at once.
        cosignature: the recipient's signature line on the checkpoint; empty where it gave none.
        refused: the code of why the bundle was refused; empty where it was taken.
    """

    by: str
    log: str
    size: int
    leaves: tuple[str, ...] = ()
    cosignature: str = ""
    refused: str = ""

    def signed(self, keys: ExchangeKeys) -> bytes:
        """The acknowledgement as it is sent."""
        claims: dict[str, Plain] = {
            "by": self.by,
            "log": self.log,
            "size": self.size,
            "leaves": [*self.leaves],
            "cosignature": self.cosignature,
            "refused": self.refused,
        }
        return make_jws(TYPE, claims, signing_jwk(keys.signing)).encode("ascii")


def read_acknowledgement(data: bytes, own: PartyCard, by: PartyCard) -> Acknowledgement:
    """Read an acknowledgement.

    Raises:
        Malformed: it is none.
        Refused: another party signed it, or it speaks of another log.
    """
    try:
        jws = parse_jws(data.decode("ascii"), TYPE)
    except UnicodeDecodeError as wrong:
        raise Malformed(Message.of("exchange.acknowledgement")) from wrong
    jws.verify(from_base64url(by.signing))
    match jws.payload:
        case {
            "by": str(sender),
            "log": str(log),
            "size": int(size),
            "leaves": list(leaves),
            "cosignature": str(cosignature),
            "refused": str(refused),
        } if len(jws.payload) == 6:
            if (sender, log) != (by.origin, own.origin):
                raise Refused(Message.of("exchange.misaddressed", sender=sender, recipient=log))
            hashes = tuple(map(str, leaves))
            return Acknowledgement(sender, log, size, hashes, cosignature, refused)
        case _:
            raise Malformed(Message.of("exchange.acknowledgement"))
