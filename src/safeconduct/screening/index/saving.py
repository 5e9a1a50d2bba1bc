"""Saving an index: its arrays in a folder, and last of all the contents, which name each file."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import ipc

from safeconduct.screening.index.arrays import arrays_of
from safeconduct.screening.index.index import Index

CONTENTS = "contents.json"
ROWS = "rows.arrow"


def save_index(index: Index, folder: Path) -> None:
    """Write an index into a folder, which is made if it is not there.

    The contents are written last: a folder without them is no index.

    Raises:
        OSError: if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, array in arrays_of(index).items():
        file = folder / f"{name}.npy"
        np.save(file, array, allow_pickle=False)
        files[file.name] = digest_of(file)
    _write_rows(index.rows, folder / ROWS)
    files[ROWS] = digest_of(folder / ROWS)
    contents = {
        "edition": asdict(index.edition),
        "records": index.size,
        "nationalities": list(index.nationalities),
        "of_nationality": dict(index.of_nationality),
        "unread": [list(cell) for cell in index.unread],
        "refused": list(index.refused),
        "files": files,
    }
    # Without a line end, so that a byte cut off the end leaves no whole text.
    text = json.dumps(contents, ensure_ascii=False, indent=1)
    (folder / CONTENTS).write_text(text, "utf-8")


def digest_of(file: Path) -> str:
    """The digest of a file."""
    with file.open("rb") as opened:
        return f"sha256:{file_digest(opened, 'sha256').hexdigest()}"


def _write_rows(rows: pa.Table, file: Path) -> None:
    # In one piece, from which rows are taken many times faster than from many.
    with pa.OSFile(str(file), "wb") as sink, ipc.new_file(sink, rows.schema) as writer:
        writer.write_table(rows.combine_chunks(), max_chunksize=max(1, rows.num_rows))
