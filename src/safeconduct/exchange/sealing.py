"""Sealing: signed by the sender (JWS, RFC 7515), then encrypted to the recipient (JWE, RFC 7516).

The signature is inside, so that nobody on the way learns who sent what. The same bytes go over the
network and lie on a stick.
"""

from __future__ import annotations

from datetime import datetime

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from safeconduct.basics import Message
from safeconduct.exchange.bundle import Bundle, bundle_of
from safeconduct.exchange.card import PartyCard
from safeconduct.exchange.keys import ExchangeKeys
from safeconduct.record import Malformed, Refused
from safeconduct.record.entries.jws import make_jws, parse_jws, signing_jwk
from safeconduct.record.strict_text import from_base64url

TYPE = "safeconduct-bundle+jwt"
ALGORITHMS = ("ECDH-ES+A256KW", "A256GCM")
MAX_SEALED_BYTES = 32 * 2**20
"""A sealed bundle that is larger is refused unread."""


class _Registry(jwe.JWERegistry):
    """The library's rules, with room for a whole bundle."""

    max_ciphertext_length = MAX_SEALED_BYTES


_REGISTRY = _Registry(algorithms=list(ALGORITHMS))


def seal(bundle: Bundle, keys: ExchangeKeys, recipient: PartyCard) -> bytes:
    """A bundle that the recipient alone can open, and that the sender alone can have made."""
    signed = make_jws(TYPE, bundle.as_plain(), signing_jwk(keys.signing))
    header = {"alg": ALGORITHMS[0], "enc": ALGORITHMS[1], "cty": TYPE}
    to = OKPKey.import_key({"kty": "OKP", "crv": "X25519", "x": recipient.sealing})
    return jwe.encrypt_compact(header, signed.encode(), to, registry=_REGISTRY).encode("ascii")


def open_sealed(
    data: bytes, keys: ExchangeKeys, own: PartyCard, sender: PartyCard, now: datetime
) -> Bundle:
    """Open a bundle.

    Args:
        data: the sealed bytes.
        keys: the recipient's keys.
        own: the recipient's card.
        sender: the card of the party that it is said to come from.
        now: the present instant.

    Raises:
        Malformed: it is no sealed bundle, or what it holds cannot be read.
        Refused: it was sealed for somebody else, signed by somebody else, is addressed
            otherwise, belongs to another agreement or has expired.
    """
    _check_size(data)
    text = _decrypted(data, keys)
    jws = parse_jws(text, TYPE)
    jws.verify(from_base64url(sender.signing))
    bundle = bundle_of(jws.payload)
    if (bundle.sender, bundle.recipient) != (sender.origin, own.origin):
        names = {"sender": bundle.sender, "recipient": bundle.recipient}
        raise Refused(Message("exchange.misaddressed", names))
    if bundle.agreement != own.agreement:
        raise Refused(Message.of("exchange.foreign-agreement", agreement=bundle.agreement))
    if bundle.expires_at <= now:
        raise Refused(Message.of("exchange.expired", expired=bundle.expires_at))
    return bundle


def claimed_sender(data: bytes, keys: ExchangeKeys) -> str:
    """The log that a bundle says it comes from, before anything of it is verified.

    Raises:
        Malformed: it is no sealed bundle, or not for us.
        Refused: it is too large.
    """
    _check_size(data)
    return str(parse_jws(_decrypted(data, keys), TYPE).payload.get("from", ""))


def _check_size(data: bytes) -> None:
    if len(data) > MAX_SEALED_BYTES:
        size, limit = len(data), MAX_SEALED_BYTES
        raise Refused(Message.of("exchange.too-large", size=size, limit=limit))


def _decrypted(data: bytes, keys: ExchangeKeys) -> str:
    try:
        opened = jwe.decrypt_compact(data, keys.opening_jwk, registry=_REGISTRY)
        return (opened.plaintext or b"").decode("ascii")
    except (JoseError, ValueError, TypeError, KeyError) as wrong:
        raise Malformed(Message.of("exchange.not-opened")) from wrong
