"""From bytes to characters that a reader sees: UTF-8, of bounded size, nothing invisible.

What a lawyer reads on the screen must be what the program reads. Characters that show nothing, or
that turn the direction of writing, could make the two differ.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice

from safeconduct.agreement.loading.findings import MOST_FINDINGS, error
from safeconduct.basics import Finding, Location, Message

LARGEST_FILE = 1_048_576
"""Bytes. The longest agreement of the library is a twentieth of this."""

# Controls, formats (direction marks among them), surrogates, private use, line and paragraph
# separators. YAML itself takes the last two for line ends, which editors do not.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def read_characters(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    """The file's text, with one kind of line end, and what keeps it from being read."""
    if len(data) > LARGEST_FILE:
        message = Message.of("agreement.file-too-large", bytes=len(data), limit=LARGEST_FILE)
        return "", (error(message, Location(file, 1, 1)),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        message = Message.of("agreement.not-utf8", byte=f"0x{data[fault.start]:02X}")
        return "", (error(message, place_after(before, file)),)
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
    return text, tuple(
        error(naming(character), Location(file, line, column))
        for line, column, character in islice(invisible(text), MOST_FINDINGS)
    )


def place_after(before: str, file: str) -> Location:
    """The line and column of the character that follows ``before``."""
    return Location(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def invisible(text: str) -> Iterator[tuple[int, int, str]]:
    """The first character of each line that a reader cannot see: line, column, character."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, start=1):
            if unicodedata.category(character) in _INVISIBLE:
                yield number, column, character
                break


def naming(character: str) -> Message:
    """The sentence that refuses an invisible character."""
    if character == "\t":
        return Message.of("agreement.tab")
    return Message.of("agreement.invisible-character", character=f"U+{ord(character):04X}")
