"""``safeconduct agreement new``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import template
from safeconduct.basics import Message
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, console, print_json, say
from safeconduct.cli.written_files import write_new_file

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="cli.agreement-new-file")]


def new(file: FileArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Write the commented template of an agreement to a file that does not exist yet."""
    del lang
    write_new_file(Path(file), template(current()), Message.of("cli.agreement-file-exists"))
    if as_json:
        print_json({"file": file})
    else:
        console().print(say(Message.of("cli.agreement-written", file=file)), markup=False)
