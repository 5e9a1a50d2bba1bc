"""Signed notes: a text and the signature lines under it (C2SP signed-note v1.0.0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.basics import Message
from safeconduct.record.refusal import Malformed
from safeconduct.record.strict_text import from_base64, to_base64

MAX_NOTE_BYTES = 1_000_000
MAX_SIGNATURES = 100
"""Limits against floods; the specification asks for at least 16 signatures."""

KEY_ID_SIZE = 4
_MARK = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature line, not yet verified.

    Attributes:
        name: the key's name.
        key_id: four bytes that tell apart keys of one name.
        signature: the bytes after the key id.
    """

    name: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"{_MARK}{self.name} {to_base64(self.key_id + self.signature)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and its signature lines. Parsed is not verified."""

    text: str
    signatures: tuple[SignatureLine, ...]

    def __bytes__(self) -> bytes:
        return join_note(self.text, self.signatures)


def join_note(text: str, signatures: Iterable[SignatureLine]) -> bytes:
    """The bytes of a note."""
    return (text + "\n" + "".join(map(str, signatures))).encode()


def parse_note(data: bytes) -> Note:
    """Split a note into text and signature lines.

    Raises:
        Malformed: not UTF-8, a control character, no blank line, no or too many signatures, or
            a signature line that is none.
    """
    text, lines = _split(_decoded(data))
    if len(lines) > MAX_SIGNATURES:
        raise Malformed(Message.of("record.note-too-long"))
    return Note(text, tuple(parse_signature_line(line) for line in lines))


def _decoded(data: bytes) -> str:
    if len(data) > MAX_NOTE_BYTES:
        raise Malformed(Message.of("record.note-too-long"))
    try:
        whole = data.decode()
    except UnicodeDecodeError as wrong:
        raise Malformed(Message.of("record.note-encoding")) from wrong
    if any(sign < " " and sign != "\n" for sign in whole):
        raise Malformed(Message.of("record.note-encoding"))
    return whole


def _split(whole: str) -> tuple[str, list[str]]:
    at = whole.rfind("\n\n")
    below = whole[at + 2 :]
    if at < 0 or not below.endswith("\n"):
        raise Malformed(Message.of("record.note-unsigned"))
    return whole[: at + 1], below[:-1].split("\n")


def parse_signature_line(line: str) -> SignatureLine:
    """Read one signature line, given without its newline.

    Raises:
        Malformed: it is not ``— NAME BASE64``.
    """
    name, space, encoded = line.removeprefix(_MARK).partition(" ")
    if not line.startswith(_MARK) or not space or not is_key_name(name):
        raise Malformed(Message.of("record.signature-line"))
    blob = from_base64(encoded)
    if len(blob) <= KEY_ID_SIZE:
        raise Malformed(Message.of("record.signature-line"))
    return SignatureLine(name, blob[:KEY_ID_SIZE], blob[KEY_ID_SIZE:])


def is_key_name(name: str) -> bool:
    """Whether a key may have this name: not empty, no Unicode space, no ``+``."""
    return bool(name) and "+" not in name and not any(sign.isspace() or sign < " " for sign in name)
