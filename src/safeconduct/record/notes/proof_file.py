"""Proof files: an inclusion proof with its checkpoint, to be kept and shown (C2SP tlog-proof)."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.notes.note import MAX_NOTE_BYTES, Note, parse_note
from safeconduct.record.notes.policy import Policy
from safeconduct.record.notes.policy_check import Acceptance, accept
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_base64, from_decimal, hash_from_base64, to_base64
from safeconduct.record.tree.verify import verify_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
MAX_PATH = 63


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A proof, parsed but not verified.

    Attributes:
        index: the entry's place in the log, from 0.
        path: the inclusion proof, leaf's side first.
        note: the checkpoint with its signatures.
        extra: data that nothing authenticates; carried along, never relied upon.
    """

    index: int
    path: tuple[bytes, ...]
    note: Note
    extra: bytes | None = None

    def __bytes__(self) -> bytes:
        extra = [] if self.extra is None else [f"extra {to_base64(self.extra)}"]
        lines = [HEADER, *extra, f"index {self.index}", *map(to_base64, self.path), ""]
        return "".join(line + "\n" for line in lines).encode() + bytes(self.note)

    def verify(self, leaf: bytes, policy: Policy) -> Acceptance:
        """Check that the leaf hash stands at the index in a checkpoint that the policy accepts.

        Raises:
            Refused: the checkpoint is not accepted or the path does not lead to its root.
        """
        accepted = accept(self.note, policy)
        tree = accepted.checkpoint
        verify_inclusion(self.index, tree.size, leaf, self.path, tree.root)
        return accepted


def parse_proof_file(data: bytes) -> ProofFile:
    """Read a ``.tlog-proof`` file.

    Raises:
        Malformed: another header, a line that is none of the format, more than 63 hashes, or a
            checkpoint that is no note.
    """
    head, blank, note = data.partition(b"\n\n")
    if not blank or len(data) > MAX_NOTE_BYTES:
        raise Malformed(Message.of("record.proof-file"))
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError as wrong:
        raise Malformed(Message.of("record.proof-file")) from wrong
    if lines.pop(0) != HEADER:
        raise Malformed(Message.of("record.proof-file"))
    extra = from_base64(lines.pop(0)[6:]) if lines and lines[0].startswith("extra ") else None
    if not lines or not lines[0].startswith("index ") or len(lines) > MAX_PATH + 1:
        raise Malformed(Message.of("record.proof-file"))
    index = from_decimal(lines.pop(0)[6:])
    return ProofFile(index, tuple(map(hash_from_base64, lines)), parse_note(note), extra)
