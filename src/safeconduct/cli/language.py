"""The language of the person at the terminal, decided once, before anything is said."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from safeconduct.basics import ENGLISH, Lang, languages


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """The language asked for by ``--lang``, else by ``SAFECONDUCT_LANG`` or ``LANG``, else English.

    An unknown ``--lang`` is refused by the option itself; until then English speaks.
    """
    asked = ""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--lang":
            asked = following
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    wishes = (asked, environment.get("SAFECONDUCT_LANG", ""), environment.get("LANG", ""))
    known = languages()
    return next((Lang(wish[:2]) for wish in wishes if wish[:2] in known), ENGLISH)


def _check(value: str | None) -> str | None:
    if value is not None and value not in languages():
        raise typer.BadParameter(f"'{value}' is not one of {', '.join(languages())}")
    return value


LangOption = Annotated[
    str | None,
    typer.Option("--lang", help="cli.option-lang", callback=_check, metavar="LANG", is_eager=True),
]
"""``--lang`` on every command. :func:`current` is what commands read."""

_current = ENGLISH


def speak(lang: Lang) -> None:
    """Set the language of this run; only the entry point calls it."""
    global _current  # noqa: PLW0603 - one process speaks with one person
    _current = lang


def current() -> Lang:
    """The language of this run."""
    return _current
