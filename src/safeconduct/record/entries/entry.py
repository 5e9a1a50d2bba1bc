"""Entries: an SD-JWT whose issuer-signed part is the leaf of the log (RFC 9901)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.disclosure import Disclosure, decoy, disclose
from safeconduct.record.entries.draft import Draft, padded
from safeconduct.record.entries.jws import Jws, make_jws, parse_jws, signing_jwk, thumbprint
from safeconduct.record.refusal import Malformed
from safeconduct.record.tree.hashes import leaf_hash

TYPE = "safeconduct-entry+sd-jwt"
HASH = "sha-256"
SEALED_CLAIMS = ("acts", "agreement", "body", "case", "event", "prev", "recorded", "seq")
"""The claims of a sealed entry, each behind its digest; a cover has as many digests of nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a log, parsed.

    Attributes:
        raw: its bytes, which are the leaf.
        jws: the issuer-signed part.
    """

    raw: bytes
    jws: Jws

    @property
    def leaf(self) -> bytes:
        """The leaf hash."""
        return leaf_hash(self.raw)

    @property
    def origin(self) -> str:
        """The log that the entry was made for."""
        return str(self.jws.payload["iss"])

    @property
    def claims(self) -> Mapping[str, Plain]:
        """What stands in the entry itself, digests included."""
        return self.jws.payload

    @property
    def is_sealed(self) -> bool:
        """Whether every claim is behind a digest."""
        return "event" not in self.jws.payload


@dataclass(frozen=True, slots=True)
class Place:
    """An entry's place in its case.

    Attributes:
        seq: 1 for a case's first entry, and one more for each after it.
        prev: the leaf hash, in hexadecimal, of the case's entry before; nothing for the first.
    """

    seq: int
    prev: str


class EntryKey:
    """The key with which a log's owner issues entries."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self.public = private.public_key().public_bytes_raw()
        self.kid = thumbprint(self.public)
        self._jwk = signing_jwk(private)

    def issue(
        self, origin: str, draft: Draft, place: Place, acts: Sequence[str], now: datetime
    ) -> tuple[bytes, tuple[Disclosure, ...]]:
        """The entry's bytes, and everything that it hides.

        A shared entry states the hour in clear and hides the instant; a sealed one hides all.
        """
        now = now.astimezone(UTC)
        claims: dict[str, Plain] = {
            **draft.claims,
            "acts": list(acts),
            "seq": place.seq,
            "prev": place.prev,
        }
        if draft.confidentiality.is_sealed:
            claims["recorded"] = now.isoformat(timespec="seconds")
            hidden = tuple(disclose(name, claims[name]) for name in SEALED_CLAIMS)
            return self._sealed(origin, [one.digest for one in hidden]), hidden + draft.disclosures
        instant = disclose("recorded_at", now.isoformat(timespec="seconds"))
        claims["recorded"] = now.strftime("%Y-%m-%dT%H:00Z")
        digests: list[Plain] = [*padded([instant.digest])]
        claims.update(iss=origin, _sd=digests, _sd_alg=HASH)
        return make_jws(TYPE, claims, self._jwk).encode(), (instant, *draft.disclosures)

    def cover(self, origin: str) -> bytes:
        """An entry that says nothing and cannot be told from a sealed one."""
        return self._sealed(origin, [decoy() for _ in SEALED_CLAIMS])

    def _sealed(self, origin: str, digests: list[str]) -> bytes:
        hidden: list[Plain] = [*sorted(digests)]
        payload: dict[str, Plain] = {"iss": origin, "_sd": hidden, "_sd_alg": HASH}
        return make_jws(TYPE, payload, self._jwk).encode()


def read_entry(raw: bytes) -> Entry:
    """Read an entry. Its signature is verified by whoever knows the key.

    Raises:
        Malformed: it is none of this program's entries.
    """
    try:
        text = raw.decode("ascii")
    except UnicodeDecodeError as wrong:
        raise Malformed(Message.of("record.jws")) from wrong
    jws = parse_jws(text, TYPE)
    payload = jws.payload
    if not isinstance(payload.get("iss"), str) or payload.get("_sd_alg") != HASH:
        raise Malformed(Message.of("record.entry-claims"))
    if not _has_digests(payload) or not (_is_shared(payload) or _is_sealed(payload)):
        raise Malformed(Message.of("record.entry-claims"))
    return Entry(raw, jws)


def _has_digests(payload: Mapping[str, Plain]) -> bool:
    digests = payload.get("_sd")
    return isinstance(digests, list) and all(isinstance(one, str) for one in digests)


def _is_shared(payload: Mapping[str, Plain]) -> bool:
    match payload:
        case {
            "acts": list(),
            "agreement": str(),
            "body": dict(),
            "case": str(),
            "event": str(),
            "prev": str(),
            "recorded": str(),
            "seq": int(),
        }:
            return len(payload) == len(SEALED_CLAIMS) + 3
        case _:
            return False


def _is_sealed(payload: Mapping[str, Plain]) -> bool:
    return payload.keys() == {"iss", "_sd", "_sd_alg"}
