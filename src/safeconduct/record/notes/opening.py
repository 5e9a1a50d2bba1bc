"""Opening a note: verifying every signature of the keys that one trusts, ignoring all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from safeconduct.basics import Message
from safeconduct.record.notes import ml_dsa
from safeconduct.record.notes.checkpoint import checkpoint_of
from safeconduct.record.notes.cosignature import ed25519_message, ml_dsa_message, split_timestamp
from safeconduct.record.notes.note import Note, SignatureLine
from safeconduct.record.notes.verifier_key import KeyType, VerifierKey
from safeconduct.record.refusal import Refused


@dataclass(frozen=True, slots=True)
class VerifiedSignature:
    """A signature that holds.

    Attributes:
        key: whose it is.
        at: the time that a cosigner stated, in UTC; a log's own signature carries none.
        line: the line as it stood in the note.
    """

    key: VerifierKey
    at: datetime | None
    line: SignatureLine


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A note with at least one verified signature of a trusted key."""

    text: str
    signatures: tuple[VerifiedSignature, ...]


def open_note(note: Note, trusted: Iterable[VerifierKey]) -> OpenedNote:
    """Verify a note.

    Raises:
        Refused: a trusted key's signature does not verify, or no trusted key has signed.
    """
    known = {(key.name, key.key_id): key for key in trusted}
    verified = []
    for line in note.signatures:
        key = known.get((line.name, line.key_id))
        if key is not None:
            verified.append(VerifiedSignature(key, verify_line(note.text, line, key), line))
    if not verified:
        raise Refused(Message.of("record.note-no-trusted-key"))
    return OpenedNote(note.text, tuple(verified))


def verify_line(text: str, line: SignatureLine, key: VerifierKey) -> datetime | None:
    """Verify one signature over the text; the time that it states, if it states one.

    Raises:
        Refused: the signature does not verify.
    """
    if key.type is KeyType.NOTE:
        _check(key, line.signature, text.encode())
        return None
    timestamp, signature = split_timestamp(line.signature)
    if key.type is KeyType.ML_DSA:
        _check(key, signature, ml_dsa_message(key.name, checkpoint_of(text), timestamp))
    else:
        _check(key, signature, ed25519_message(text, timestamp))
    return _instant(timestamp)


def _check(key: VerifierKey, signature: bytes, message: bytes) -> None:
    try:
        if key.type is KeyType.ML_DSA:
            ml_dsa.verify(key.public, signature, message)
        else:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except (InvalidSignature, ValueError) as wrong:
        raise Refused(Message.of("record.signature-does-not-verify", name=key.name)) from wrong


def _instant(timestamp: int) -> datetime | None:
    if timestamp == 0:
        return None  # an ML-DSA cosigner that makes no statement of time
    try:
        return datetime.fromtimestamp(timestamp, UTC)
    except (OverflowError, OSError, ValueError) as wrong:
        raise Refused(Message.of("record.cosignature-time")) from wrong
