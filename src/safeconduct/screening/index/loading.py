"""Loading an index: refused unless it is whole and was made of this register by these rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import ipc

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput
from safeconduct.screening.index.arrays import Array, index_of
from safeconduct.screening.index.building import edition_of
from safeconduct.screening.index.index import Edition, Index
from safeconduct.screening.index.saving import CONTENTS, ROWS, digest_of

SMALL = 1 << 16
"""Bytes below which an array is read at once."""


def load_index(folder: Path, register: str) -> Index:
    """Load an index; its arrays stay on file and are read as they are needed.

    Args:
        folder: where it was saved.
        register: the digest of the register that is to be searched.

    Raises:
        WrongInput: if a file is missing, cut short or changed, or if the index was made of
            another register, or by other rules. Nobody can be cleared by such an index.
    """
    contents = _contents(folder)
    _check_edition(folder, _edition(folder, contents), register)
    files = contents.get("files")
    if not isinstance(files, dict):
        raise _refusal(folder / CONTENTS, "screening.index-damaged")
    for name, digest in files.items():
        _check_file(folder / name, digest)
    try:
        index = index_of(
            lambda name: _array(folder / f"{name}.npy", files),
            edition_of(register),
            contents,
            _rows(folder / ROWS),
        )
    except (KeyError, OSError, TypeError, ValueError, pa.ArrowInvalid):
        raise _refusal(folder, "screening.index-damaged") from None
    if index.size != contents.get("records") or index.size != len(index.records.sex):
        raise _refusal(folder, "screening.index-damaged")
    return index


def _edition(folder: Path, contents: dict[str, Any]) -> Edition:
    try:
        said = contents["edition"]
        return Edition(said["register"], said["rules"], tuple(said["families"]), said["layout"])
    except (KeyError, TypeError):
        raise _refusal(folder / CONTENTS, "screening.index-damaged") from None


def _contents(folder: Path) -> dict[str, Any]:
    try:
        contents = json.loads((folder / CONTENTS).read_text("utf-8"))
    except (OSError, ValueError):
        raise _refusal(folder / CONTENTS, "screening.index-damaged") from None
    if not isinstance(contents, dict):
        raise _refusal(folder / CONTENTS, "screening.index-damaged")
    return contents


def _check_edition(folder: Path, found: Edition, register: str) -> None:
    wanted = edition_of(register)
    if found.register != wanted.register:
        raise _refusal(folder, "screening.index-of-another-register")
    if found != wanted:
        raise _refusal(folder, "screening.index-of-other-rules")


def _check_file(file: Path, digest: object) -> None:
    try:
        found = digest_of(file)
    except OSError:
        found = ""
    if found != digest:
        raise _refusal(file, "screening.index-damaged")


def _array(file: Path, files: dict[str, str]) -> Array:
    if file.name not in files:
        raise KeyError(file.name)
    if file.stat().st_size < SMALL:
        # Nothing can be mapped of an array without entries, and little is gained by it of others.
        return np.asarray(np.load(file, allow_pickle=False))
    mapped: Array = np.load(file, mmap_mode="r", allow_pickle=False)
    return mapped.view(np.ndarray)


def _rows(file: Path) -> pa.Table:
    return ipc.open_file(pa.memory_map(str(file))).read_all()


def _refusal(place: Path, code: str) -> WrongInput:
    return WrongInput(Finding(Message.of(code), Severity.ERROR, Location(str(place))))
