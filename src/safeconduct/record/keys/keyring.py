"""The keyring: which keys a record has declared, from which entry on, until which.

A record's first entry declares the key that issues its entries. Every later key is declared by an
entry that an earlier key issued: the chain of trust is in the log and ends at its first leaf.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from safeconduct.basics import Message
from safeconduct.basics.digest import Plain
from safeconduct.record.entries.act import Act
from safeconduct.record.entries.entry import Entry
from safeconduct.record.entries.jws import thumbprint
from safeconduct.record.keys.key_file import KeyUse
from safeconduct.record.notes.weak_keys import is_weak
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.strict_text import from_base64url, to_base64url

KEY_EVENTS = ("record-opened", "key-rotated", "key-enrolled", "key-revoked")
_OFFICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/@-]{0,99}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DeclaredKey:
    """A public key that the record declared.

    Attributes:
        public: the Ed25519 public key.
        use: ``entry`` or ``officer``.
        office: for an officer's key, the office that it may act from.
        since: the index of the first entry that it may sign.
        until: the index of the first entry that it may no longer sign.
        declared: the index of the entry that declared it.
    """

    public: bytes
    use: KeyUse
    office: str
    since: int
    declared: int
    until: int | None = None

    def is_valid_at(self, index: int) -> bool:
        """Whether the key may sign the entry with this index."""
        return self.since <= index and (self.until is None or index < self.until)


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys that the entries up to now declared, by thumbprint."""

    keys: Mapping[str, DeclaredKey] = field(default_factory=dict)

    def check_issuer(self, entry: Entry, index: int) -> None:
        """Check that a declared key issued the entry, and its signature.

        Raises:
            Refused: the key is unknown or no longer valid, or the signature fails.
        """
        entry.jws.verify(self.issuer(entry.jws.kid, index).public)

    def issuer(self, kid: str, index: int) -> DeclaredKey:
        """The key with this thumbprint, which may issue the entry with this index.

        Raises:
            Refused: the key is unknown or no longer valid.
        """
        key = self.keys.get(kid)
        if key is None or key.use is not KeyUse.ENTRY or not key.is_valid_at(index):
            raise Refused(Message.of("record.entry-key", index=index, kid=kid))
        return key

    def issuers(self) -> Mapping[str, bytes]:
        """The public keys that issue entries now, by thumbprint."""
        return {
            kid: key.public
            for kid, key in self.keys.items()
            if key.use is KeyUse.ENTRY and key.until is None
        }

    def check_act(self, act: Act, decision: str, index: int) -> None:
        """Check that an enrolled officer signed this decision from the office enrolled.

        Raises:
            Refused: another decision, an unknown key, another office, or a failing signature.
        """
        key = self.keys.get(act.jws.kid)
        if act.decision != decision:
            raise Refused(Message.of("record.act-decision", office=act.office))
        if key is None or key.use is not KeyUse.OFFICER or not key.is_valid_at(index):
            raise Refused(Message.of("record.act-key", office=act.office, kid=act.jws.kid))
        if key.office != act.office:
            raise Refused(Message.of("record.act-office", office=act.office, enrolled=key.office))
        act.jws.verify(key.public)

    def after(self, claims: Mapping[str, Plain], index: int) -> Keyring:
        """The keyring after an entry, which may declare or revoke a key.

        Raises:
            Malformed: an entry about keys that cannot be read.
        """
        if claims.get("event") not in KEY_EVENTS:
            return self
        body = claims.get("body")
        if not isinstance(body, dict):
            raise Malformed(Message.of("record.key-entry", index=index))
        match claims["event"]:
            case "record-opened" if index == 0:
                return self._with(body, KeyUse.ENTRY, index, since=0)
            case "key-rotated" if body.get("use") == KeyUse.ENTRY:
                added = self._with(body, KeyUse.ENTRY, index, since=index + 1)
                return added._until(str(body.get("replaces")), index)  # noqa: SLF001 - our own
            case "key-rotated" if body.get("use") == KeyUse.LOG:
                return self
            case "key-enrolled":
                return self._with(body, KeyUse.OFFICER, index, since=index + 1)
            case "key-revoked":
                return self._until(str(body.get("kid")), index)
            case _:
                raise Malformed(Message.of("record.key-entry", index=index))

    def _with(self, body: Mapping[str, Plain], use: KeyUse, index: int, since: int) -> Keyring:
        public, office = from_base64url(str(body.get("key", ""))), str(body.get("office", ""))
        if (
            len(public) != 32
            or is_weak(public)
            or (use is KeyUse.OFFICER and not _OFFICE.fullmatch(office))
        ):
            raise Malformed(Message.of("record.key-entry", index=index))
        kid = thumbprint(public)
        if kid in self.keys:
            raise Malformed(Message.of("record.key-entry", index=index))
        declared = DeclaredKey(public, use, office, since, declared=index)
        return Keyring({**self.keys, kid: declared})

    def _until(self, kid: str, index: int) -> Keyring:
        key = self.keys.get(kid)
        if key is None or key.until is not None:
            raise Malformed(Message.of("record.key-entry", index=index))
        return Keyring({**self.keys, kid: replace(key, until=index + 1)})

    def entries(self) -> frozenset[int]:
        """The indices of the entries that declared or ended keys."""
        declared = {key.declared for key in self.keys.values()}
        return frozenset(declared | {key.until - 1 for key in self.keys.values() if key.until})

    def as_plain(self) -> dict[str, Plain]:
        """The keyring as a plain value."""
        return {
            kid: {
                "public": to_base64url(key.public),
                "use": key.use.value,
                "office": key.office,
                "since": key.since,
                "until": key.until,
                "declared": key.declared,
            }
            for kid, key in self.keys.items()
        }
