"""Entries, their disclosures, the keys that issued them, and the acts in them (RFC 9901)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from safeconduct.record.packs.offline.ed25519 import is_signed
from safeconduct.record.packs.offline.texts import (
    Refused,
    digest_of,
    need,
    read_json,
    sha,
    tobase64url,
    unbase64url,
)

ENTRY, ACT = "safeconduct-entry+sd-jwt", "safeconduct-act+jwt"
SHARED: dict[str, type] = {"acts": list, "agreement": str, "body": dict, "case": str, "event": str}
SHARED |= {"prev": str, "recorded": str, "seq": int}
SIGNED = ("agreement", "body", "case", "event")
OFFICE = "[A-Za-z0-9][A-Za-z0-9:._/@-]{0,99}"


class Token(NamedTuple):
    """A compact JWS, not yet verified."""

    kid: str
    claims: dict[str, Any]
    signed: bytes
    signature: bytes


class DeclaredKey(NamedTuple):
    """A key that the log declared: for entries or of an officer, and from when until when."""

    public: bytes
    use: str
    office: str
    since: int
    until: int

    def check(self, token: Token) -> None:
        """Check a token's signature."""
        good = is_signed(self.public, token.signed, token.signature)
        need(good, "a signature fails", "una firma falla")


Keyring = dict[str, DeclaredKey]
NEVER = 2**63


def read_token(text: str, kind: str) -> Token:
    """A token of one kind."""
    parts = text.split(".")
    need(len(parts) == 3, "not a signed token", "no es un testigo firmado")
    header, claims = (read_json(unbase64url(part)) for part in parts[:2])
    kid = header.get("kid") if isinstance(header, dict) else None
    shaped = header == {"alg": "Ed25519", "kid": kid, "typ": kind} and isinstance(kid, str)
    signature = unbase64url(parts[2])
    shaped = shaped and isinstance(claims, dict) and len(signature) == 64
    need(shaped, "not a signed token", "no es un testigo firmado")
    return Token(str(kid), claims, f"{parts[0]}.{parts[1]}".encode(), signature)


def read_entry(raw: bytes) -> Token:
    """An entry: all of its claims in clear, or none."""
    token = read_token(raw.decode("ascii", "replace"), ENTRY)
    claims = token.claims
    digests = claims.get("_sd")
    shaped = isinstance(digests, list) and all(isinstance(one, str) for one in digests)
    shaped = shaped and isinstance(claims.get("iss"), str) and claims.get("_sd_alg") == "sha-256"
    extra = claims.keys() - {"iss", "_sd", "_sd_alg"}
    clear = extra == SHARED.keys() and all(isinstance(claims[n], t) for n, t in SHARED.items())
    need(shaped and (clear or not extra), "not an entry", "no es un asiento")
    return token


def check_issuer(entry: Token, index: int, keyring: Keyring) -> None:
    """Check that a key which the log declared issued the entry."""
    key = keyring.get(entry.kid)
    good = key is not None and key.use == "entry" and key.since <= index < key.until
    need(good, "no declared key issued the entry", "ninguna clave declarada lo emitió")
    if key is not None:
        key.check(entry)


def keyring_after(keyring: Keyring, claims: dict[str, Any], index: int) -> Keyring:
    """The keys after an entry about keys."""
    body = claims.get("body", {})
    match claims.get("event"), body.get("use"):
        case "record-opened", _ if index == 0:
            return _with(keyring, body, "entry", 0)
        case "key-rotated", "entry":
            added = _with(keyring, body, "entry", index + 1)
            return _until(added, str(body.get("replaces")), index)
        case "key-rotated", "log":
            return keyring
        case "key-enrolled", _:
            good = re.fullmatch(OFFICE, str(body.get("office", "")))
            need(good, "an office without a name", "un cargo sin nombre")
            return _with(keyring, body, "officer", index + 1)
        case "key-revoked", _:
            return _until(keyring, str(body.get("kid")), index)
        case _:
            raise Refused("not an entry about keys", "no es un asiento sobre claves")


def check_acts(signed: dict[str, Any], keyring: Keyring, index: int) -> list[dict[str, Any]]:
    """The acts in an entry, each verified against the decision that the entry carries."""
    acts = signed.get("acts")
    if not isinstance(acts, list) or not acts:
        return []
    whole = all(name in signed for name in SIGNED)
    need(whole, "an act without its decision", "un acto sin su decisión")
    decision = digest_of({name: signed[name] for name in SIGNED})
    tokens = [read_token(str(act), ACT) for act in acts]
    for act in tokens:
        key, said = keyring.get(act.kid), act.claims
        shaped = said.keys() == {"attests", "decision", "office", "signed_at"}
        shaped = shaped and isinstance(said["attests"], list)
        need(shaped, "not a signed act", "no es un acto firmado")
        need(said["decision"] == decision, "another decision was signed", "se firmó otra cosa")
        good = key is not None and key.use == "officer" and key.since <= index < key.until
        good = good and key is not None and key.office == said["office"]
        need(good, "the signer is not enrolled", "quien firma no está inscrito")
        if key is not None:
            key.check(act)
    return [act.claims for act in tokens]


def unseal(entry: Token, texts: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an entry says with disclosures: as signed, and with nested values put in place."""
    found: dict[str, tuple[str, Any]] = {}
    for text in texts:
        triple = read_json(unbase64url(text))
        shaped = isinstance(triple, list) and len(triple) == 3
        shaped = shaped and isinstance(triple[0], str) and isinstance(triple[1], str)
        need(shaped and triple[1] not in ("_sd", "..."), "not a disclosure", "no es revelación")
        digest = tobase64url(sha(text.encode()))
        need(digest not in found, "a disclosure stands twice", "una revelación se repite")
        found[digest] = (triple[1], triple[2])
    top = {name: value for name, value in entry.claims.items() if name != "_sd_alg"}
    seen: set[str] = set()
    opened = _opened(top, found, seen)
    need(found.keys() <= seen, "a foreign disclosure", "una revelación ajena")
    signed = dict(found[digest] for digest in top["_sd"] if digest in found)
    return {**top, **signed}, opened


def _opened(value: Any, found: dict[str, tuple[str, Any]], seen: set[str]) -> Any:
    if isinstance(value, list):
        return [_opened(item, found, seen) for item in value]
    if not isinstance(value, dict):
        return value
    opened = {name: _opened(item, found, seen) for name, item in value.items() if name != "_sd"}
    digests = value.get("_sd", [])
    for digest in digests if isinstance(digests, list) else []:
        need(str(digest) not in seen, "a digest stands twice", "un resumen se repite")
        seen.add(str(digest))
        if str(digest) in found:
            name, hidden = found[str(digest)]
            need(name not in opened, "a name is said twice", "un nombre se dice dos veces")
            opened[name] = _opened(hidden, found, seen)
    return opened


def _with(keyring: Keyring, body: dict[str, Any], use: str, since: int) -> Keyring:
    public = unbase64url(str(body.get("key", "")))
    text = '{"crv":"Ed25519","kty":"OKP","x":"' + tobase64url(public) + '"}'
    kid = tobase64url(sha(text.encode()))
    good = len(public) == 32 and kid not in keyring
    need(good, "not an entry about keys", "no es un asiento sobre claves")
    office = str(body.get("office", "")) if use == "officer" else ""
    return {**keyring, kid: DeclaredKey(public, use, office, since, NEVER)}


def _until(keyring: Keyring, kid: str, index: int) -> Keyring:
    good = kid in keyring and keyring[kid].until == NEVER
    need(good, "not an entry about keys", "no es un asiento sobre claves")
    return {**keyring, kid: keyring[kid]._replace(until=index + 1)}
