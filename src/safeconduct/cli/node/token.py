"""``safeconduct token``: a token with which a program asks the node."""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import JsonOption, console, print_json
from safeconduct.policy import Right

EmailArgument = Annotated[str, typer.Argument(metavar="EMAIL", help="cli.token-email")]
NameOption = Annotated[str, typer.Option("--name", help="cli.token-name")]
DaysOption = Annotated[int, typer.Option("--days", min=1, max=366, help="cli.token-days")]
AgreementOption = Annotated[str, typer.Option("--agreement", help="cli.token-agreement")]
RightOption = Annotated[list[str] | None, typer.Option("--right", help="cli.token-right")]


def token(  # noqa: PLR0913, PLR0917 - the options of the command
    email: EmailArgument,
    home: HomeOption = None,
    name: NameOption = "program",
    days: DaysOption = 90,
    agreement: AgreementOption = "",
    right: RightOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Issue a token for an account, and print it once."""
    del lang
    rights = _rights(right or [])
    set_up(home)
    ready_database()
    accounts: Any = importlib.import_module("safeconduct.store.models").Account.objects
    account = accounts.filter(email=email).first()
    if account is None:
        raise _wrong(Message.of("cli.token-no-account", email=email))
    node = importlib.import_module("safeconduct.store.node")
    tokens = importlib.import_module("safeconduct.api.tokens")
    issued = tokens.issue_token(
        account, name, now=node.ports().clock.now(), days=days, agreement=agreement, rights=rights
    )
    if as_json:
        print_json({"token": issued})
    else:
        console().print(issued, markup=False)


def _rights(said: list[str]) -> list[Right]:
    unknown = [one for one in said if one not in set(Right)]
    if unknown:
        raise _wrong(Message.of("cli.token-no-right", right=unknown[0]))
    return [Right(one) for one in said]


def _wrong(message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR))
