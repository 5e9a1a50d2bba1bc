"""The body of ``add-checkpoint``: old size, consistency proof, checkpoint (C2SP tlog-witness)."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.notes.note import MAX_NOTE_BYTES, Note, parse_note
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_decimal, hash_from_base64, to_base64

MAX_PROOF_LINES = 63
_OLD = "old "


@dataclass(frozen=True, slots=True)
class CheckpointRequest:
    """A request for a cosignature.

    Attributes:
        old: the size of the latest tree that the witness cosigned, as the asker believes.
        proof: that the checkpoint's tree begins with the old one.
        note: the checkpoint, signed by its log.
    """

    old: int
    proof: tuple[bytes, ...]
    note: Note

    def __bytes__(self) -> bytes:
        lines = [f"{_OLD}{self.old}", *map(to_base64, self.proof), ""]
        return "".join(line + "\n" for line in lines).encode() + bytes(self.note)


def parse_request(data: bytes) -> CheckpointRequest:
    """Read a request.

    Raises:
        Malformed: no old size, a line that is no hash, more than 63 of them, or no note.
    """
    head, blank, note = data.partition(b"\n\n")
    if not blank or len(data) > MAX_NOTE_BYTES:
        raise Malformed(Message.of("record.request"))
    try:
        old, *proof = head.decode("ascii").split("\n")
    except UnicodeDecodeError as wrong:
        raise Malformed(Message.of("record.request")) from wrong
    if not old.startswith(_OLD) or len(proof) > MAX_PROOF_LINES:
        raise Malformed(Message.of("record.request"))
    size = from_decimal(old.removeprefix(_OLD))
    return CheckpointRequest(size, tuple(map(hash_from_base64, proof)), parse_note(note))
