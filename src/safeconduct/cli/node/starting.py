"""Readying this process for a node: its folder, its settings, its database."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput, system_reason

SETTINGS = "safeconduct.site.settings"
"""By its dotted name: the command line imports nothing of the site."""

HomeOption = Annotated[
    Path | None, typer.Option("--home", metavar="FOLDER", help="cli.node-option-home")
]


def settle(home: Path | None) -> Path:
    """Name the node's folder and settings to this process and its children.

    Args:
        home: the folder that the person named; None leaves it to the environment.

    Raises:
        WrongInput: if what a node needs is not installed, or the folder cannot be used.
    """
    if home is not None:
        os.environ["SAFECONDUCT_HOME"] = str(home.absolute())
    folder = Path(os.environ.get("SAFECONDUCT_HOME") or Path.home() / ".safeconduct")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        reason = system_reason(fault)
        message = Message.of("cli.node-home", folder=str(folder), why=reason)
        raise WrongInput(Finding(message, Severity.ERROR)) from fault
    os.environ["SAFECONDUCT_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    return folder


def set_up(home: Path | None) -> Path:
    """Settle, and load the application into this process; returns the node's folder.

    Raises:
        WrongInput: as :func:`settle`.
    """
    folder = settle(home)
    try:
        importlib.import_module("django").setup()
    except ModuleNotFoundError as missing:
        message = Message.of("cli.node-not-installed", module=str(missing.name))
        raise WrongInput(Finding(message, Severity.ERROR)) from missing
    return folder


def ready_database() -> None:
    """Bring the database's tables to this version; nothing is done where they stand."""
    management = importlib.import_module("django.core.management")
    management.call_command("migrate", interactive=False, verbosity=0)
