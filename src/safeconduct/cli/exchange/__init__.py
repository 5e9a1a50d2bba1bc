"""How do two records speak to each other?  Cards, bundles and acknowledgements as files."""

from __future__ import annotations

import typer

from safeconduct.cli.exchange.acknowledge import acknowledge
from safeconduct.cli.exchange.card import card
from safeconduct.cli.exchange.meet import meet
from safeconduct.cli.exchange.pack import pack
from safeconduct.cli.exchange.run import run
from safeconduct.cli.exchange.take import take
from safeconduct.cli.language import LangOption


def register(app: typer.Typer) -> None:
    """Add ``safeconduct exchange`` with its commands."""
    group = typer.Typer(help="cli.exchange-help", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(_show_help)
    group.command("card", help="cli.exchange-card-help")(card)
    group.command("meet", help="cli.exchange-meet-help")(meet)
    group.command("pack", help="cli.exchange-pack-help")(pack)
    group.command("take", help="cli.exchange-take-help")(take)
    group.command("acknowledge", help="cli.exchange-acknowledge-help")(acknowledge)
    group.command("run", help="cli.exchange-run-help")(run)
    app.add_typer(group, name="exchange")


def _show_help(context: typer.Context, lang: LangOption = None) -> None:
    """Without a command, show the commands."""
    del lang
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
