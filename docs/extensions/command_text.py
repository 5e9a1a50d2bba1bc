"""A command as a reader of the documentation sees it, written from the command line itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from safeconduct.basics import ENGLISH
from safeconduct.cli.main import build

# The command-line library ships its own copy of its parser, whose classes carry no public types.
Command = Any


def commands() -> Mapping[str, Command]:
    """Every command that can be given, by its words after ``safeconduct``."""
    return dict(_below(build(ENGLISH), ()))


def _below(group: Command, words: tuple[str, ...]) -> Iterator[tuple[str, Command]]:
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            yield from _below(command, (*words, name))
        else:
            yield " ".join((*words, name)), command


def root() -> Command:
    """The program without a command: its own options."""
    return build(ENGLISH)


def table() -> str:
    """Every command with the first sentence of what it does."""
    rows = [
        f"| `safeconduct {words}` | {_first_sentence(command.help or '')} |"
        for words, command in commands().items()
    ]
    return "\n".join(["| command | does |", "| --- | --- |", *rows]) + "\n"


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].removesuffix(".")


def markdown(words: str, command: Command) -> str:
    """Usage, what the command does, and each argument and option with its meaning."""
    context = command.context_class(command, info_name=f"safeconduct {words}".strip())
    usage = command.get_usage(context).partition("Usage: ")[2]
    parts = [f"```text\n{' '.join(usage.split())}\n```", command.help or ""]
    parts += [_entry(*record) for record in records(command)]
    return "\n\n".join(parts) + "\n"


def records(command: Command) -> list[tuple[str, str]]:
    """How each argument and option is written, and what it means."""
    context = command.context_class(command, info_name="safeconduct")
    found = [parameter.get_help_record(context) for parameter in command.params]
    return [record for record in found if record is not None]


def _entry(written: str, meaning: str) -> str:
    return f"`{written.strip()}`\n: {meaning.strip().replace('|', ' or ') or '(says nothing)'}"
