"""The journal: entries that are durable and numbered, before their tiles are written.

The file begins with a line that names the index of its first entry. Frames follow, one for each
append: four bytes of length, four of CRC-32, then a bundle of entries. A frame is written only
after the one before it was durable, so that damage before the last frame is no torn write.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Sequence
from pathlib import Path

from safeconduct.basics import Message
from safeconduct.record.log.durable import not_durable, write_all
from safeconduct.record.refusal import Malformed, Refused
from safeconduct.record.tiles.bundle import LENGTH_SIZE, write_bundle

_HEADER = re.compile(rb"safeconduct-journal 1 (0|[1-9][0-9]{0,18})\n")
_FRAME_HEAD = 8


class Journal:
    """A journal file, open for appending."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._length = 0
        self._broken = False

    def read(self) -> tuple[int, tuple[bytes, ...]]:
        """The index of the first entry and all entries; a torn last frame is cut off.

        Raises:
            Refused: the journal is missing or damaged.
        """
        try:
            data = self._path.read_bytes()
        except OSError as wrong:
            raise Refused(Message.of("record.journal-damaged")) from wrong
        header = _HEADER.match(data)
        if header is None:
            raise Refused(Message.of("record.journal-damaged"))
        entries: list[bytes] = []
        at = header.end()
        while at < len(data):
            frame = _frame(data, at)
            if frame is None:
                break
            entries += _entries(frame)
            at += _FRAME_HEAD + len(frame)
        self._length = at
        return int(header[1]), tuple(entries)

    def append(self, entries: Sequence[bytes]) -> None:
        """Add entries in one frame: when the call returns, all of them are durable.

        Raises:
            Refused: the disk is full or failing; then none was added.
        """
        if self._broken:
            raise Refused(Message.of("record.journal-broken"))
        content = write_bundle(entries)
        frame = len(content).to_bytes(4, "big") + zlib.crc32(content).to_bytes(4, "big") + content
        try:
            descriptor = self._open()
            _write_whole(descriptor, frame)
            os.fdatasync(descriptor)
        except OSError as fault:
            self._undo()
            raise not_durable(fault) from fault
        self._length += len(frame)

    def restart(self, base: int, entries: Sequence[bytes]) -> None:
        """Replace the journal by one that begins at an index, in a single step."""
        self.close()
        content = write_bundle(entries)
        frame = len(content).to_bytes(4, "big") + zlib.crc32(content).to_bytes(4, "big") + content
        whole = b"safeconduct-journal 1 %d\n" % base + (frame if entries else b"")
        write_all([(self._path, whole)], mode=0o600)
        self._length = len(whole)

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_WRONLY)
            os.ftruncate(self._descriptor, self._length)
            os.lseek(self._descriptor, self._length, os.SEEK_SET)
        return self._descriptor

    def _undo(self) -> None:
        # After a failed flush nobody knows what the disk holds; this object writes no more. Who
        # opens the journal anew finds a whole frame or a torn one, and neither was acknowledged.
        self._broken = True
        if self._descriptor is not None:
            try:
                os.ftruncate(self._descriptor, self._length)
                os.fsync(self._descriptor)
            except OSError:
                return


def _frame(data: bytes, at: int) -> bytes | None:
    """The content of the frame at a place, or nothing if it is a torn last frame."""
    head = data[at : at + _FRAME_HEAD]
    content = data[at + _FRAME_HEAD : at + _FRAME_HEAD + int.from_bytes(head[:4], "big")]
    whole = len(head) == _FRAME_HEAD and len(content) == int.from_bytes(head[:4], "big")
    if whole and content and zlib.crc32(content) == int.from_bytes(head[4:], "big"):
        return content
    is_last = at + _FRAME_HEAD + int.from_bytes(head[:4], "big") >= len(data)
    if is_last or not any(data[at:]):
        return None
    raise Refused(Message.of("record.journal-damaged"))


def _entries(frame: bytes) -> list[bytes]:
    entries, at = [], 0
    while at < len(frame):
        end = at + LENGTH_SIZE + int.from_bytes(frame[at : at + LENGTH_SIZE], "big")
        if end > len(frame):
            raise Malformed(Message.of("record.journal-damaged"))
        entries.append(frame[at + LENGTH_SIZE : end])
        at = end
    return entries


def _write_whole(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
