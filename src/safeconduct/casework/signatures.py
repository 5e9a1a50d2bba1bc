"""Signatures by officers whose keys the record enrolled."""

from __future__ import annotations

from safeconduct.basics import Message
from safeconduct.record import Record, Refused
from safeconduct.record.entries.act import read_act
from safeconduct.record.entries.jws import thumbprint
from safeconduct.record.keys.key_file import KeyUse
from safeconduct.record.strict_text import from_base64url


def signature_fault(record: Record, text: str, digest: str, office: str) -> Message | None:
    """Why a signed act is not one of an enrolled officer of the office over the digest, or None."""
    try:
        act = read_act(text)
        record.memory.keyring.check_act(act, digest, record.size)
    except Refused as refused:
        return refused.message
    if act.office != office:
        return Message.of("casework.signed-for-another-office", office=office, signed=act.office)
    return None


def has_key(record: Record, office: str) -> bool:
    """Whether the record enrolled a key for the office that is still valid."""
    return any(
        key.use is KeyUse.OFFICER and key.office == office and key.is_valid_at(record.size)
        for key in record.memory.keyring.keys.values()
    )


def key_id(public_key: str) -> str:
    """The identifier under which the record knows a public key: its thumbprint (RFC 7638)."""
    return thumbprint(from_base64url(public_key))
