"""The commands of a node: serve, and what keeps it going."""

from __future__ import annotations

import typer

from safeconduct.cli.node.account import account
from safeconduct.cli.node.backup import backup, restore
from safeconduct.cli.node.doctor import doctor
from safeconduct.cli.node.serve import serve
from safeconduct.cli.node.token import token
from safeconduct.cli.node.worker import worker


def register(app: typer.Typer) -> None:
    """Add the commands of a node."""
    app.command("serve", help="cli.serve-help")(serve)
    app.command("account", help="cli.account-help")(account)
    app.command("worker", help="cli.worker-help")(worker)
    app.command("backup", help="cli.backup-help")(backup)
    app.command("restore", help="cli.restore-help")(restore)
    app.command("doctor", help="cli.doctor-help")(doctor)
    app.command("token", help="cli.token-help")(token)
