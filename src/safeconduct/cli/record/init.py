"""``safeconduct record init``: make a record, its keys and its policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    OwnLogArgument,
    PassphraseOption,
    given_passphrase,
    keep_apart,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import (
    as_plain,
    publication_as_plain,
    publication_findings,
    publication_line,
)
from safeconduct.record import FolderStorage, Publication, make_home
from safeconduct.record.home import POLICY

OriginOption = Annotated[
    str, typer.Option("--origin", metavar="NAME", help="cli.record-init-origin")
]
WitnessOption = Annotated[
    list[str] | None,
    typer.Option("--witness", metavar="NAME=VKEY[@URL]", help="cli.record-init-witness"),
]
UnprotectedOption = Annotated[
    bool, typer.Option("--unprotected", help="cli.record-init-unprotected")
]
LatticeOption = Annotated[bool, typer.Option("--ml-dsa", help="cli.record-init-ml-dsa")]
PolicyOutOption = Annotated[
    Path | None, typer.Option("--policy-out", metavar="FILE", help="cli.record-init-policy-out")
]


def init(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: OwnLogArgument,
    origin: OriginOption,
    witness: WitnessOption = None,
    policy_out: PolicyOutOption = None,
    unprotected: UnprotectedOption = False,
    lattice: LatticeOption = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Make a record and say what others need to verify it."""
    del lang
    passphrase = given_passphrase(passphrase_file)
    if passphrase is None and not unprotected:
        missing = Message.of("record.passphrase-missing")
        raise WrongInput(Finding(missing, Severity.ERROR))
    keep_apart(log, [policy_out], [passphrase_file])
    witnesses = [_witness(text) for text in witness or ()]
    with refusals(str(log)):
        publication = make_home(
            log, origin, None if unprotected else passphrase, witnesses, lattice=lattice
        )
        policy = FolderStorage(log).recall(POLICY) or b""
        if policy_out is not None:
            write_file(policy_out, policy)
    _say(publication, policy.decode(), as_json=as_json)


def _say(publication: Publication, policy: str, *, as_json: bool) -> None:
    findings = publication_findings(publication)
    if as_json:
        said: dict[str, Plain] = {"policy": policy, "findings": as_plain(findings)}
        print_json({**publication_as_plain(publication), **said})
    else:
        console().print(publication_line(publication), markup=False)
        console().print(policy, markup=False, end="")
    print_findings(findings)
    leave(findings)


def _witness(text: str) -> tuple[str, str, str]:
    name, equals, rest = text.partition("=")
    key, _, url = rest.partition("@")
    if not equals:
        message = Message.of("record.witness-option", text=text)
        raise WrongInput(Finding(message, Severity.ERROR))
    return name, key, url
