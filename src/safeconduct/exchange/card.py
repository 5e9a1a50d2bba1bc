"""A party's card: what the other must know before anything is exchanged, and how it is compared.

Two officers read the same short string aloud, each from the own screen. It is made of both cards,
so that nobody in between can have shown either of them another card.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record import Malformed
from safeconduct.record.entries.canonical import canonical, read_object
from safeconduct.record.notes import VerifierKey, read_verifier_key
from safeconduct.record.notes.note import is_key_name
from safeconduct.record.strict_text import from_base64url

VERSION = 1
GROUPS = 8
"""Groups of five digits in the spoken string: 132 bits, too many to find a second card for."""

MAX_CARD_BYTES = 65_536
_LAW = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/@+ -]{0,199}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartyCard:
    """What one party tells the other of itself.

    Attributes:
        origin: the party's log.
        party: the party's jurisdiction, as the agreement names it.
        agreement: the agreement's identifier.
        terms: digest of the agreement's terms.
        floor: digest of the floor.
        software: version and digest of the program that evaluates.
        logs: the log's verifier keys.
        signing: public key that verifies bundles, base64url.
        sealing: public key that bundles for this party are sealed with, base64url.
    """

    origin: str
    party: str
    agreement: str
    terms: str
    floor: str
    software: str
    logs: tuple[str, ...]
    signing: str
    sealing: str

    def __bytes__(self) -> bytes:
        content: dict[str, Plain] = {"safeconduct_card": VERSION, **asdict(self)}
        return canonical({**content, "logs": [*self.logs]})

    @property
    def log_keys(self) -> tuple[VerifierKey, ...]:
        """The keys that sign the log's checkpoints."""
        return tuple(map(read_verifier_key, self.logs))


def read_card(data: bytes) -> PartyCard:
    """Read a card.

    Raises:
        Malformed: it is none, or one of its keys or names cannot be used.
    """
    if len(data) > MAX_CARD_BYTES:
        raise Malformed(Message.of("exchange.card"))
    try:
        card = _card(read_object(data))
    except Malformed as wrong:
        raise Malformed(Message.of("exchange.card")) from wrong
    named = (card.party, card.agreement, card.terms, card.floor, card.software)
    keys = (from_base64url(card.signing), from_base64url(card.sealing))
    foreign = [key for key in card.log_keys if key.name != card.origin]
    if (
        not is_key_name(card.origin)
        or not all(map(_LAW.fullmatch, named))
        or any(len(key) != 32 for key in keys)
        or foreign
        or not card.logs
    ):
        raise Malformed(Message.of("exchange.card"))
    return card


def _card(read: Mapping[str, Plain]) -> PartyCard:
    match read:
        case {
            "safeconduct_card": 1,
            "origin": str(origin),
            "party": str(party),
            "agreement": str(agreement),
            "terms": str(terms),
            "floor": str(floor),
            "software": str(software),
            "logs": list(logs),
            "signing": str(signing),
            "sealing": str(sealing),
        } if len(read) == 10:
            keys = tuple(map(str, logs))
            return PartyCard(
                origin, party, agreement, terms, floor, software, keys, signing, sealing
            )
        case _:
            raise Malformed(Message.of("exchange.card"))


def spoken_string(one: PartyCard, other: PartyCard) -> str:
    """The digits that both officers must read alike; the order of the cards makes no difference."""
    first, second = sorted((bytes(one), bytes(other)))
    digest = hashlib.sha512(
        b"safeconduct introduction\n" + len(first).to_bytes(8, "big") + first + second
    ).digest()
    number = int.from_bytes(digest, "big")
    groups = []
    for _ in range(GROUPS):
        number, group = divmod(number, 100_000)
        groups.append(f"{group:05}")
    return " ".join(groups)
