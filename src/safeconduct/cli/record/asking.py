"""What the commands of the record ask for alike: logs, policies, passphrases, files."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.cli.output import label, leave, print_findings
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.cli.written_files import write_file as write_in_place
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
    """Write a file, readable by its owner alone if it is private.

    Raises:
        WrongInput: a device, a pipe or a link cannot be written to.
        Refused: the file cannot be made durable.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        write_in_place(path, data)  # a new file put in its place would end the device or the link
    else:
        write_all([(path.absolute(), data)], mode=0o600 if private else 0o644)


def keep_apart(
    log: str | Path, written: Iterable[Path | None], read: Iterable[Path | None]
) -> None:
    """Refuse to write over what a command reads, and into a log or what lies beside it.

    Raises:
        WrongInput: a path to be written is read, or lies in the log.
    """
    outputs = [path for path in written if path is not None]
    keep_what_is_read(map(str, outputs), (str(path) for path in read if path is not None))
    folders = [Path(log).resolve(), private_folder(Path(log)).resolve()]
    for path in outputs:
        if any(path.resolve().is_relative_to(folder) for folder in folders):
            message = Message.of("record.output-in-log", log=str(log))
            raise WrongInput(Finding(message, Severity.ERROR, Location(str(path))))


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
