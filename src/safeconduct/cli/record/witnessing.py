"""A witness as its operator names it: a key, the logs of a policy, a folder that remembers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.record.asking import open_key, policy_from
from safeconduct.record.keys import KeyUse
from safeconduct.record.notes import VerifierKey
from safeconduct.record.witness import FolderState, Witness

KeyOption = Annotated[
    list[Path], typer.Option("--key", metavar="KEYFILE", help="cli.record-witness-key")
]
LogsOption = Annotated[
    Path, typer.Option("--policy", metavar="FILE", help="cli.record-witness-policy")
]
StateOption = Annotated[
    Path, typer.Option("--state", metavar="FOLDER", help="cli.record-witness-state")
]


def make_witness(keys: list[Path], policy: Path, state: Path, passphrase: Path | None) -> Witness:
    """A witness for the logs of a policy.

    Raises:
        WrongInput: a key is no witness's key, or the policy lists no log.
        Refused: a passphrase is missing or wrong.
    """
    opened = [open_key(path, passphrase) for path in keys]
    logs: dict[str, list[VerifierKey]] = {}
    for key in policy_from(policy).logs:
        logs.setdefault(key.name, []).append(key)
    if not logs or any(key.use is not KeyUse.WITNESS for key in opened):
        message = Message.of("record.witness-setting")
        raise WrongInput(Finding(message, Severity.ERROR))
    return Witness(tuple(key.signing_key for key in opened), logs, FolderState(state))
