"""``safeconduct demo``: the main job, end to end, on a fictitious agreement that ships with it."""

from __future__ import annotations

import shutil
import tempfile
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.demo.story import STORY
from safeconduct.cli.demo.telling import tell, tell_end
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_json

IntoOption = Annotated[str | None, typer.Option("--into", metavar="DIR", help="cli.demo-into")]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct demo``."""
    app.command("demo", help="cli.demo-help")(demo)


def demo(into: IntoOption = None, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """Run each command of the story on a copy of its files, and say what it shows."""
    del lang
    folder = _folder(into)
    shutil.copytree(str(resources.files(__package__) / "files"), folder, dirs_exist_ok=True)
    results = [tell(number, step, folder, quiet=as_json) for number, step in enumerate(STORY, 1)]
    if as_json:
        print_json({"folder": str(folder), "steps": [result.as_plain() for result in results]})
    else:
        tell_end(folder)
    leave(
        Finding(Message.of("cli.demo-unexpected", command=result.command), Severity.ATTENTION)
        for result in results
        if not result.as_told
    )


def _folder(into: str | None) -> Path:
    """A folder of its own, so that the demonstration overwrites nothing of anybody's."""
    if into is None:
        return Path(tempfile.mkdtemp(prefix="safeconduct-demo-"))
    folder = Path(into)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = Message.of("cli.demo-folder-in-use", folder=into)
        raise WrongInput(Finding(message, Severity.ERROR))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
