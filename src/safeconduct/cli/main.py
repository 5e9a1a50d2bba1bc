"""The entry point: builds the commands, chooses the language, turns failures into sentences."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from safeconduct import __version__
from safeconduct.basics import CrossCheckFailed, Lang, Message, WrongInput, text
from safeconduct.cli import output
from safeconduct.cli.language import LangOption, chosen_language, current, speak
from safeconduct.cli.usage import usage_message

COMMANDS: tuple[str, ...] = (
    "demo",
    "agreement",
    "screen",
    "clear",
    "order",
    "count",
    "occupancy",
    "invoice",
    "ledger",
    "reconcile",
    "dispute",
    "record",
    "exchange",
    "node",
)
"""The commands in the order of ``--help``. Each is a module of this package with a function
``register(app)`` that adds it."""


INTERRUPTED = 130
"""What shells expect of a program that its user stopped."""


def build(lang: Lang) -> TyperGroup:
    """The command tree with its help in the language.

    In the source every help text is a code of the ``cli`` catalogue; here it becomes a sentence.
    """
    app = typer.Typer(
        name="safeconduct",
        help="cli.help",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    for name in COMMANDS:
        importlib.import_module(f"safeconduct.cli.{name}").register(app)
    tree = get_command(app)
    if not isinstance(tree, TyperGroup):
        raise TypeError("the command line is a group of commands")
    _localise(tree, lang)
    return tree


def _show_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"safeconduct {__version__}\n")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option("--version", help="cli.option-version", callback=_show_version, is_eager=True),
]


def _root(version: VersionOption = False, lang: LangOption = None) -> None:
    """Options that stand before the command."""
    del version, lang  # both act where they are read


def _localise(command: object, lang: Lang) -> None:
    for attribute in ("help", "short_help", "epilog"):
        code = getattr(command, attribute, None)
        if code:
            setattr(command, attribute, text(code, lang))
    for parameter in getattr(command, "params", ()):
        if getattr(parameter, "help", None):
            parameter.help = text(parameter.help, lang)
    for child in getattr(command, "commands", {}).values():
        _localise(child, lang)


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with an exit code of the contract."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    speak(chosen_language(arguments))
    sys.exit(_outcome(arguments))


def _outcome(arguments: list[str]) -> int:
    try:
        return _invoke(arguments)
    except TyperException as fault:
        _complain(output.say(usage_message(fault)))
        return output.WRONG_INPUT
    except WrongInput as wrong:
        output.print_findings(wrong.findings)
        return output.WRONG_INPUT
    except CrossCheckFailed as failed:
        _complain(output.say(failed.message))
        return output.CROSS_CHECK_FAILED
    except (typer.Abort, KeyboardInterrupt):
        _complain(output.label("cli.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has left; Python would complain again while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return output.NOTHING_FOUND
    except Exception as fault:  # the edge: a person gets a sentence, never a traceback
        if os.environ.get("SAFECONDUCT_DEBUG"):
            raise
        _complain(output.say(Message.of("cli.fault", kind=type(fault).__name__, text=str(fault))))
        return output.CROSS_CHECK_FAILED


def _invoke(arguments: list[str]) -> int:
    if not arguments:
        arguments = ["--help"]
    result = build(current()).main(args=arguments, prog_name="safeconduct", standalone_mode=False)
    return result if isinstance(result, int) else output.NOTHING_FOUND


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
