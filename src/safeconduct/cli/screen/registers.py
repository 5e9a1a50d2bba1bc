"""The register ready to be searched: its index loaded where there is one, else built and kept."""

from __future__ import annotations

from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.record import file_digest
from safeconduct.screening import Index, build_index, load_index, save_index
from safeconduct.tables.person_rows import REGISTER, read_rows


def open_register(file: Path, folder: Path | None) -> tuple[Index, tuple[Finding, ...]]:
    """The index of a register, and what a person should know of its rows.

    Args:
        file: the register.
        folder: where its index is kept; an empty or missing folder is filled. None for no index
            on file.

    Raises:
        WrongInput: if the register cannot be read; if the index is damaged, or was made of another
            register or by other rules.
    """
    digest = _digest(file)
    if folder is not None and folder.is_dir() and any(folder.iterdir()):
        index = load_index(folder, digest)
        return index, _findings(index, str(file))
    rows = read_rows(file, REGISTER)
    lines = tuple(finding.location.line or 0 for finding in rows.refused)
    index = build_index(rows.table, digest, lines)
    if folder is not None:
        _save(index, folder)
    return index, (*rows.refused, *rows.findings, *_unread(index, str(file)))


def _digest(file: Path) -> str:
    try:
        return file_digest(file)
    except OSError as fault:
        message = Message.of("cli.file-not-readable", reason=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(file)))) from None


def _save(index: Index, folder: Path) -> None:
    try:
        save_index(index, folder)
    except OSError as fault:
        message = Message.of("cli.file-not-writable", reason=system_reason(fault))
        raise WrongInput(Finding(message, Severity.ERROR, Location(str(folder)))) from None


def _findings(index: Index, file: str) -> tuple[Finding, ...]:
    message = Message.of("screening.row-unread")
    refused = (Finding(message, Severity.ATTENTION, Location(file, line)) for line in index.refused)
    return (*refused, *_unread(index, file))


def _unread(index: Index, file: str) -> tuple[Finding, ...]:
    message = Message.of("screening.cell-unread")
    return tuple(
        Finding(message, Severity.ATTENTION, Location(file, line, column))
        for line, column in index.unread
    )
