"""Checkpoints: what a log says its tree is (C2SP tlog-checkpoint v1.0.0)."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_decimal, hash_from_base64, to_base64
from safeconduct.record.tree.hashes import EMPTY_ROOT


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log's tree at one moment.

    Attributes:
        origin: which log; a URL without scheme, such as ``record.example/agreement/log``.
        size: how many entries the tree holds.
        root: the Merkle tree hash of RFC 6962.
        extensions: opaque lines that other logs may add; ours never do.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed."""
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "".join(line + "\n" for line in lines)


def checkpoint_of(text: str) -> Checkpoint:
    """Read the text of a checkpoint's note.

    Raises:
        Malformed: fewer than three lines, an empty line, a size with leading zeroes, or a root
            that is no SHA-256 hash.
    """
    lines = text.removesuffix("\n").split("\n")
    if not text.endswith("\n") or len(lines) < 3 or not all(lines):
        raise Malformed(Message.of("record.checkpoint-lines"))
    size, root = from_decimal(lines[1]), hash_from_base64(lines[2])
    return Checkpoint(lines[0], size, root, tuple(lines[3:]))


def is_sound(checkpoint: Checkpoint) -> bool:
    """Whether an empty tree has the empty root; any other tree may have any root."""
    return checkpoint.size > 0 or checkpoint.root == EMPTY_ROOT
