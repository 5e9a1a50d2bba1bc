"""How is a dispute raised and settled?  ``safeconduct dispute raise`` and ``settle``."""

from __future__ import annotations

import typer

from safeconduct.cli.dispute.raising import raise_dispute
from safeconduct.cli.dispute.settling import settle_dispute
from safeconduct.cli.reconcile.asked import of_two_books

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct dispute``."""
    group = typer.Typer(help="reconciliation.help-dispute-group", no_args_is_help=True)
    group.command("raise", help="reconciliation.help-raise")(of_two_books(raise_dispute))
    group.command("settle", help="reconciliation.help-settle")(of_two_books(settle_dispute))
    app.add_typer(group, name="dispute")
