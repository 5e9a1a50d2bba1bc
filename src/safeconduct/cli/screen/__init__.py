"""Which records of a register may concern the persons of a manifest?"""

from __future__ import annotations

import typer

from safeconduct.cli.screen.command import screen


def register(app: typer.Typer) -> None:
    """Add ``safeconduct screen``."""
    app.command("screen", help="cli.screen-help")(screen)
