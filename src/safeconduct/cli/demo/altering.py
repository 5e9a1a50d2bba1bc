"""What somebody without the keys can do to a record: copy it, and change a byte."""

from __future__ import annotations

import shutil
from pathlib import Path

RECORD, ALTERED = "record", "record-altered"


def alter_a_copy(folder: Path) -> None:
    """Copy the record in the folder, and change one byte among the copy's entries.

    Args:
        folder: the folder of the demonstration's files, its record written.
    """
    shutil.copytree(folder / RECORD, folder / ALTERED)
    fullest = max((folder / ALTERED / "tile" / "entries").rglob("*"), key=_size)
    entries = bytearray(fullest.read_bytes())
    entries[len(entries) // 2] ^= 1
    fullest.write_bytes(entries)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
