"""``safeconduct account``: an account, and the first role of an agreement."""

from __future__ import annotations

import importlib
import secrets
from pathlib import Path
from typing import Annotated, Any

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput, system_reason
from safeconduct.cli.language import LangOption
from safeconduct.cli.node.starting import HomeOption, ready_database, set_up
from safeconduct.cli.output import JsonOption, console, print_json, say
from safeconduct.policy import Role

EmailArgument = Annotated[str, typer.Argument(metavar="EMAIL", help="cli.account-email")]
NameOption = Annotated[str, typer.Option("--name", help="cli.account-name")]
AdoptOption = Annotated[
    Path | None, typer.Option("--adopt", metavar="FILE", help="cli.account-adopt")
]
RoleOption = Annotated[Role, typer.Option("--role", help="cli.account-role")]
OfficeOption = Annotated[str, typer.Option("--office", help="cli.account-office")]


def account(  # noqa: PLR0913, PLR0917 - the options of the command
    email: EmailArgument,
    name: NameOption,
    home: HomeOption = None,
    adopt: AdoptOption = None,
    role: RoleOption = Role.SENDING_AUTHORITY,
    office: OfficeOption = "",
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Make an account; with an agreement, adopt it and hold its first role."""
    del lang
    content = _read(adopt) if adopt is not None else ""
    set_up(home)
    ready_database()
    accounts: Any = importlib.import_module("safeconduct.store.models").Account.objects
    if accounts.filter(email=email.lower()).exists():
        raise _wrong(Message.of("cli.account-exists", email=email))
    agreement = _agreement_of(content) if content else ""
    password = secrets.token_urlsafe(12)
    made = accounts.create_user(email, name, password)
    if agreement:
        _found(made, agreement, content, role, office)
    if as_json:
        print_json({"email": made.email, "password": password})
    else:
        told = Message.of("cli.account-made", email=made.email, password=password)
        console().print(say(told), markup=False)


def _agreement_of(content: str) -> str:
    """The id of the agreement, whose text must be sound before an account is made for it."""
    agreements = importlib.import_module("safeconduct.agreement")
    read = agreements.read_agreement(content.encode(), "agreement.yaml", agreements.library())
    if read.agreement is None:
        raise WrongInput(*read.findings)
    return str(read.agreement.id)


def _found(account: Any, agreement: str, content: str, role: Role, office: str) -> None:
    """Adopt the agreement as whoever founds the node, and give this account its role.

    An empty node has nobody who could assign the first role; whoever administers its machine does
    it once, and the record says so under the account's name.
    """
    policy = importlib.import_module("safeconduct.policy")
    relation = policy.Relation(role, agreement, office=office)
    actor = policy.Actor(str(account.pk), account.name, (relation,))
    _do("adopt-agreement", actor, agreement, text=content)
    _do("assign-role", actor, agreement, account=str(account.pk), role=role.value, office=office)


def _do(name: str, actor: Any, agreement: str, **told: str) -> None:
    casework = importlib.import_module("safeconduct.casework")
    ports = importlib.import_module("safeconduct.store.node").ports()
    act = casework.ACTS[name]
    asked = casework.read_asked(act.asked, {k: v for k, v in told.items() if v})
    if isinstance(asked, tuple):
        raise WrongInput(*asked)
    outcome = casework.perform(act, asked, actor, agreement, ports)
    if isinstance(outcome, casework.Refused):
        raise WrongInput(*outcome.findings)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        why = system_reason(fault)
        raise _wrong(Message.of("cli.account-file", file=str(file), why=why)) from fault


def _wrong(message: Message) -> WrongInput:
    return WrongInput(Finding(message, Severity.ERROR))
