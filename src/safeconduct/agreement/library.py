"""The library: the agreements that ship with the program, and any file in their format."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from safeconduct.agreement.agreement import Agreement
from safeconduct.agreement.loading import Reading, read_agreement
from safeconduct.agreement.loading.findings import error, listing, nearest
from safeconduct.basics import AgreementId, Location, Message, WrongInput, system_reason

_FOLDER = resources.files("safeconduct.agreement") / "library"
_ENDING = ".yaml"
_FILE_ENDINGS = (".yaml", ".yml")


@cache
def library() -> tuple[AgreementId, ...]:
    """The ids of the agreements that ship with the program, in alphabetical order."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(AgreementId(n.removesuffix(_ENDING)) for n in names if n.endswith(_ENDING)))


def load(reference: str) -> Agreement:
    """The agreement of an id of the library, or of a file.

    A reference that ends in ``.yaml`` or ``.yml`` or has a folder in it is a file. An agreement is
    read once per process as long as its bytes stay the same.

    Raises:
        WrongInput: if there is no such agreement, or its file has errors; every error of the file
            is among the findings.
    """
    reading = load_file(reference) if _names_a_file(reference) else _from_library(reference)
    if reading.agreement is None:
        raise WrongInput(*reading.findings)
    return reading.agreement


def load_file(path: str) -> Reading:
    """Read an agreement from a file, with all that is wrong with it."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as fault:
        message = Message.of("agreement.file-not-readable", reason=system_reason(fault))
        return Reading(None, (error(message, Location(path)),))
    return _read(data, path)


def _names_a_file(reference: str) -> bool:
    return reference.endswith(_FILE_ENDINGS) or "/" in reference or "\\" in reference


def _from_library(reference: str) -> Reading:
    ids = library()
    if AgreementId(reference) in ids:
        name = f"{reference}{_ENDING}"
        return _read((_FOLDER / name).read_bytes(), name)
    return Reading(None, (error(_unknown(reference), Location()),))


def _unknown(reference: str) -> Message:
    near = nearest(reference, library())
    if near:
        return Message.of("agreement.unknown-agreement-near", id=reference[:60], near=near)
    return Message.of("agreement.unknown-agreement", id=reference[:60], ids=listing(library()))


@lru_cache(maxsize=64)
def _read(data: bytes, file: str) -> Reading:
    return read_agreement(data, file, library())
