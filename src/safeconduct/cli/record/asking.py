"""What the commands of the record ask for alike: logs, policies, passphrases, files."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.cli.output import label, leave, print_findings
from safeconduct.record import Malformed, Refused
from safeconduct.record.keys import StoredKey, read_key_file
from safeconduct.record.keys.key_file import is_protected
from safeconduct.record.log.durable import write_all
from safeconduct.record.log.folder import private_folder
from safeconduct.record.notes import Policy, read_policy

PASSPHRASE = "SAFECONDUCT_PASSPHRASE"  # noqa: S105 - the variable's name

LogArgument = Annotated[str, typer.Argument(metavar="LOG", help="cli.record-log")]
OwnLogArgument = Annotated[Path, typer.Argument(metavar="LOG", help="cli.record-own-log")]
EntryArgument = Annotated[str, typer.Argument(metavar="ENTRY", help="cli.record-entry")]
PolicyOption = Annotated[Path, typer.Option("--policy", metavar="FILE", help="cli.record-policy")]
PassphraseOption = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="cli.record-passphrase-file"),
]


@contextlib.contextmanager
def refusals(file: str = "") -> Iterator[None]:
    """Turn a refusal into its one sentence, and the exit code that asks for a person."""
    try:
        yield
    except Refused as refused:
        findings = (refused.finding(file),)
        print_findings(findings)
        leave(findings)


def read_file(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        WrongInput: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as fault:
        message = Message.of("record.unreadable", path=str(path), why=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(path)))) from fault


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file, readable by its owner alone if it is private."""
    write_all([(path.absolute(), data)], mode=0o600 if private else 0o644)


def policy_from(path: Path) -> Policy:
    """A policy that a person named.

    Raises:
        WrongInput: it cannot be read or is malformed.
    """
    try:
        return read_policy(read_file(path))
    except Malformed as wrong:
        raise WrongInput(Finding(wrong.message, Severity.ERROR, Location(str(path)))) from wrong


def given_passphrase(file: Path | None, variable: str = PASSPHRASE) -> str | None:
    """The passphrase in a file or in the environment, if there is one."""
    if file is not None:
        return read_file(file).decode("utf-8", "replace").rstrip("\r\n")
    return os.environ.get(variable) or None


def passphrase_for(log: Path, file: Path | None) -> str | None:
    """The passphrase of a log's keys: given, or asked for at a terminal if the keys are sealed."""
    given = given_passphrase(file)
    keys = sorted((private_folder(log) / "keys").glob("*.json"))
    if given is not None or not keys or not sys.stdin.isatty():
        return given
    return _asked() if is_protected(read_file(keys[0])) else None


def open_key(path: Path, file: Path | None, variable: str = PASSPHRASE) -> StoredKey:
    """A key file, opened.

    Raises:
        WrongInput: it is no key file.
        Refused: the passphrase is missing or wrong.
    """
    data = read_file(path)
    try:
        passphrase = given_passphrase(file, variable)
        if passphrase is None and sys.stdin.isatty() and is_protected(data):
            passphrase = _asked()
        return read_key_file(data, passphrase)
    except Malformed as wrong:
        raise WrongInput(Finding(wrong.message, Severity.ERROR, Location(str(path)))) from wrong


def _asked() -> str:
    return getpass.getpass(label("cli.record-ask-passphrase") + " ")
