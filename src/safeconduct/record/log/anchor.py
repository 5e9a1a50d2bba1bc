"""The anchor: a second guard, kept outside the log's folders.

A backup of the log's folders brings back an old guard with the old tree. The anchor lies in the
machine's own state folder, under the log's public key, so that such a restoration shows even
where no witness can be asked.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from safeconduct.basics import Message, system_reason
from safeconduct.basics.finding import Parameter
from safeconduct.record.log.durable import write_all
from safeconduct.record.log.guard import Guard, read_guard
from safeconduct.record.notes.verifier_key import VerifierKey
from safeconduct.record.refusal import Refused

STATE_VARIABLE = "SAFECONDUCT_STATE"


class Anchor:
    """The anchor of one log on this machine, under each of the log's keys."""

    def __init__(self, *keys: VerifierKey, state: Path | None = None) -> None:
        folder = (state or state_folder()) / "anchors"
        names = (hashlib.sha256(str(key).encode()).hexdigest() for key in keys)
        self._paths = [folder / f"{name}.json" for name in names]

    def read(self) -> Guard:
        """The largest tree signed on this machine with any of the log's keys."""
        return max((_read(path) for path in self._paths), key=lambda guard: guard.size)

    def write(self, guard: Guard) -> None:
        """Keep a larger tree.

        Raises:
            Refused: the state folder cannot be written.
        """
        try:
            write_all([(path, bytes(guard)) for path in self._paths], mode=0o600)
        except Refused as refused:
            raise _unusable(self._paths[0], refused.message.parameters["why"]) from refused


def _read(path: Path) -> Guard:
    try:
        return read_guard(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Guard()
    except OSError as fault:
        raise _unusable(path, system_reason(fault)) from fault


def _unusable(path: Path, why: Parameter) -> Refused:
    named = {"folder": str(path.parent), "variable": STATE_VARIABLE, "why": why}
    return Refused(Message("record.anchor", named))


def state_folder() -> Path:
    """Where this machine keeps what must outlive a log's folders.

    ``SAFECONDUCT_STATE``, else ``XDG_STATE_HOME/safeconduct``, else
    ``~/.local/state/safeconduct``.
    """
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "safeconduct"
