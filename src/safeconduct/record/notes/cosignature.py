"""Cosignatures: what a witness signs, with the time (C2SP tlog-cosignature v1.0.1)."""

from __future__ import annotations

from safeconduct.basics import Message
from safeconduct.record.notes.checkpoint import Checkpoint
from safeconduct.record.refusal import Malformed

TIMESTAMP_SIZE = 8


def ed25519_message(text: str, timestamp: int) -> bytes:
    """The bytes that an Ed25519 cosigner signs: a header, the time, the whole checkpoint text."""
    return f"cosignature/v1\ntime {timestamp}\n{text}".encode()


def ml_dsa_message(cosigner: str, checkpoint: Checkpoint, timestamp: int) -> bytes:
    """The ``cosigned_message`` that an ML-DSA-44 cosigner signs over a whole tree."""
    return b"".join(
        (
            b"subtree/v1\n\0",
            _opaque(cosigner),
            timestamp.to_bytes(8, "big"),
            _opaque(checkpoint.origin),
            bytes(8),
            checkpoint.size.to_bytes(8, "big"),
            checkpoint.root,
        )
    )


def split_timestamp(blob: bytes) -> tuple[int, bytes]:
    """Part a timestamped signature into POSIX seconds and the signature.

    Raises:
        Malformed: too short, or a time beyond 2**63 - 1.
    """
    timestamp = int.from_bytes(blob[:TIMESTAMP_SIZE], "big")
    if len(blob) <= TIMESTAMP_SIZE or timestamp >= 2**63:
        raise Malformed(Message.of("record.cosignature-time"))
    return timestamp, blob[TIMESTAMP_SIZE:]


def _opaque(text: str) -> bytes:
    data = text.encode()
    if not 1 <= len(data) <= 255:
        raise Malformed(Message.of("record.cosigner-name"))
    return bytes([len(data)]) + data
