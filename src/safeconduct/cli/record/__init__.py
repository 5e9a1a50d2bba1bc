"""Can it be proved?  Makes, writes, verifies and witnesses records."""

from __future__ import annotations

import typer

from safeconduct.cli.language import LangOption
from safeconduct.cli.record.append import append
from safeconduct.cli.record.check import check
from safeconduct.cli.record.cosign import cosign
from safeconduct.cli.record.erase import erase
from safeconduct.cli.record.init import init
from safeconduct.cli.record.keys import keys_group
from safeconduct.cli.record.prove import prove
from safeconduct.cli.record.publish import publish
from safeconduct.cli.record.timeline import timeline
from safeconduct.cli.record.verify import verify
from safeconduct.cli.record.witness import witness


def register(app: typer.Typer) -> None:
    """Add ``safeconduct record`` with its commands."""
    group = typer.Typer(help="cli.record-help", rich_markup_mode=None)
    group.callback(invoke_without_command=True)(_show_help)
    group.command("init", help="cli.record-init-help")(init)
    group.command("append", help="cli.record-append-help")(append)
    group.command("publish", help="cli.record-publish-help")(publish)
    group.command("verify", help="cli.record-verify-help")(verify)
    group.command("prove", help="cli.record-prove-help")(prove)
    group.command("check", help="cli.record-check-help")(check)
    group.command("timeline", help="cli.record-timeline-help")(timeline)
    group.command("erase", help="cli.record-erase-help")(erase)
    group.command("witness", help="cli.record-witness-help")(witness)
    group.command("cosign", help="cli.record-cosign-help")(cosign)
    group.add_typer(keys_group(), name="keys")
    app.add_typer(group, name="record")


def _show_help(context: typer.Context, lang: LangOption = None) -> None:
    """Without a command, show the commands."""
    del lang
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
