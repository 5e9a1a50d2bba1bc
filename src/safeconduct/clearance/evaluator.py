"""Which program answered: its version, and a digest of the source that decides."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from safeconduct import __version__

_DECIDING = ("clearance", "facts", "agreement", "engine")


@cache
def evaluator() -> str:
    """``safeconduct VERSION sha256:DIGEST``; another digest is another program."""
    root = resources.files("safeconduct")
    hashed = hashlib.sha256()
    for package in _DECIDING:
        for path in sorted((root / package).rglob("*.py")):  # type: ignore[attr-defined]
            hashed.update(path.relative_to(root).as_posix().encode() + b"\0")
            hashed.update(path.read_bytes() + b"\0")
    return f"safeconduct {__version__} sha256:{hashed.hexdigest()}"
