"""``safeconduct agreement new``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import template
from safeconduct.basics import Finding, Location, Message, Severity, WrongInput, system_reason
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, console, print_json, say

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="cli.agreement-new-file")]


def new(file: FileArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Write the commented template of an agreement to a file that does not exist yet."""
    del lang
    _write(Path(file), template(current()))
    if as_json:
        print_json({"file": file})
    else:
        console().print(say(Message.of("cli.agreement-written", file=file)), markup=False)


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise WrongInput(_refusal(path, Message.of("cli.agreement-file-exists"))) from None
    except (OSError, ValueError) as fault:
        message = Message.of("cli.agreement-file-not-writable", reason=system_reason(fault))
        raise WrongInput(_refusal(path, message)) from None


def _refusal(path: Path, message: Message) -> Finding:
    return Finding(message, Severity.ERROR, Location(str(path)))
