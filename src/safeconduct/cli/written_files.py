"""Files that a command writes: none is one that it reads, and a path that is no use is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason


def write_file(file: Path, content: bytes | str) -> None:
    """Write a file whole; text is UTF-8 with its line ends as they are.

    Raises:
        WrongInput: if the file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        file.write_bytes(data)
    except (OSError, ValueError) as fault:
        message = Message.of("cli.file-not-writable", reason=system_reason(fault))
        raise _refusal(file, message) from None


def keep_what_is_read(written: Iterable[str | None], read: Iterable[str | None]) -> None:
    """Refuse to write over a file that the command reads; nothing has been written by then.

    Args:
        written: paths of what the command is asked to write; None and empty ones are passed over.
        read: paths of what it reads, likewise.

    Raises:
        WrongInput: if a path stands on both sides.
    """
    inputs = {Path(name).resolve() for name in read if name}
    for name in written:
        if name and Path(name).resolve() in inputs:
            raise _refusal(Path(name), Message.of("cli.file-is-read"))


def _refusal(file: Path, message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR, Location(str(file))))
