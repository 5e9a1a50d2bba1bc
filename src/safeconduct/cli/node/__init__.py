"""The commands of a node: serve, and what keeps it going."""

from __future__ import annotations

import typer

from safeconduct.cli.node.serve import serve


def register(app: typer.Typer) -> None:
    """Add the commands of a node."""
    app.command("serve", help="cli.serve-help")(serve)
