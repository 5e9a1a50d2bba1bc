"""What did they agree?  Lists, shows, checks and begins agreements."""

from __future__ import annotations

import typer

from safeconduct.cli.agreement.check import check
from safeconduct.cli.agreement.list import list_agreements
from safeconduct.cli.agreement.new import new
from safeconduct.cli.agreement.schema import schema
from safeconduct.cli.agreement.show import show
from safeconduct.cli.language import LangOption


def register(app: typer.Typer) -> None:
    """Add ``safeconduct agreement`` with its commands."""
    group = typer.Typer(help="cli.agreement-help", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(_show_help)
    group.command("list", help="cli.agreement-list-help")(list_agreements)
    group.command("show", help="cli.agreement-show-help")(show)
    group.command("check", help="cli.agreement-check-help")(check)
    group.command("new", help="cli.agreement-new-help")(new)
    group.command("schema", help="cli.agreement-schema-help")(schema)
    app.add_typer(group, name="agreement")


def _show_help(context: typer.Context, lang: LangOption = None) -> None:
    """Without a command, show the commands."""
    del lang
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
