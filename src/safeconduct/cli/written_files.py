"""Files that a command writes: none is one that it reads, and a path that is no use is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Tell what the system says against writing a file, in the language of the person.

    Raises:
        WrongInput: if the file cannot be written.
    """
    try:
        yield
    except (OSError, ValueError) as fault:
        message = Message.of("cli.file-not-writable", reason=system_reason(fault))
        raise _refusal(file, message) from None


def write_file(file: Path, content: bytes | str) -> None:
    """Write a file whole; text is UTF-8 with its line ends as they are.

    Raises:
        WrongInput: if the file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    with writing(file):
        file.write_bytes(data)


def write_new_file(file: Path, content: bytes | str, exists: Message) -> None:
    """Write a file that is not there yet, likewise.

    Args:
        file: the file.
        content: what it holds.
        exists: what is said where there is such a file.

    Raises:
        WrongInput: if there is such a file, or it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    with writing(file):
        try:
            with file.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            raise _refusal(file, exists) from None


def keep_what_is_read(written: Iterable[str | None], read: Iterable[str | None]) -> None:
    """Refuse to write over a file that the command reads, or two files over one another.

    Nothing has been written by then.

    Args:
        written: paths of what the command is asked to write; None and empty ones are passed over.
        read: paths of what it reads, likewise.

    Raises:
        WrongInput: if a path stands on both sides, or is to be written twice.
    """
    inputs = {Path(name).resolve() for name in read if name}
    outputs: set[Path] = set()
    for name in filter(None, written):
        path = Path(name).resolve()
        if path in inputs:
            raise _refusal(Path(name), Message.of("cli.file-is-read"))
        if path in outputs:
            raise _refusal(Path(name), Message.of("cli.file-written-twice"))
        outputs.add(path)


def _refusal(file: Path, message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR, Location(str(file))))
