"""How full are the places, against what is guaranteed and what they hold?"""

from __future__ import annotations

import typer

from safeconduct.cli.occupancy.command import show_occupancy


def register(app: typer.Typer) -> None:
    """Add ``safeconduct occupancy``."""
    app.command("occupancy", help="cli.occupancy-help")(show_occupancy)
