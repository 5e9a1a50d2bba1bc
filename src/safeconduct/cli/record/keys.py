"""``safeconduct record keys``: make, list, enrol, rotate and revoke keys."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Message, Severity, WrongInput
from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, leave, print_findings, print_json, table
from safeconduct.cli.record.asking import (
    OwnLogArgument,
    PassphraseOption,
    given_passphrase,
    passphrase_for,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import (
    as_plain,
    print_table,
    publication_as_plain,
    publication_findings,
    publication_line,
)
from safeconduct.record import FolderStorage, Publication, Statement, draft, open_home
from safeconduct.record.home import add_log_key, rotate_entry_key
from safeconduct.record.keys import KeyUse, StoredKey, write_key_file
from safeconduct.record.memory import Memory

UseOption = Annotated[KeyUse, typer.Option("--use", help="cli.record-keys-use")]
NameOption = Annotated[str, typer.Option("--name", metavar="NAME", help="cli.record-keys-name")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="cli.record-keys-out")]
LatticeOption = Annotated[bool, typer.Option("--ml-dsa", help="cli.record-keys-ml-dsa")]
UnprotectedOption = Annotated[
    bool, typer.Option("--unprotected", help="cli.record-init-unprotected")
]
PublicOption = Annotated[
    str, typer.Option("--public", metavar="KEY", help="cli.record-keys-public")
]
OfficeOption = Annotated[
    str, typer.Option("--office", metavar="OFFICE", help="cli.record-keys-office")
]
KidArgument = Annotated[str, typer.Argument(metavar="KEY", help="cli.record-keys-kid")]

HEADINGS = (
    "cli.record-keys-key",
    "cli.record-use",
    "cli.record-office",
    "cli.record-keys-since",
    "cli.record-keys-until",
)


def keys_group() -> typer.Typer:
    """The group ``safeconduct record keys``."""
    group = typer.Typer(help="cli.record-keys-help", rich_markup_mode=None)
    group.command("new", help="cli.record-keys-new-help")(new)
    group.command("list", help="cli.record-keys-list-help")(list_keys)
    group.command("enrol", help="cli.record-keys-enrol-help")(enrol)
    group.command("rotate", help="cli.record-keys-rotate-help")(rotate)
    group.command("revoke", help="cli.record-keys-revoke-help")(revoke)
    return group


def new(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    use: UseOption,
    name: NameOption,
    out: OutOption,
    lattice: LatticeOption = False,
    unprotected: UnprotectedOption = False,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Make a key for a witness or an officer."""
    del lang
    passphrase = None if unprotected else given_passphrase(passphrase_file)
    if passphrase is None and not unprotected:
        raise WrongInput(Finding(Message.of("record.passphrase-missing"), Severity.ERROR))
    if out.exists():
        there = Message.of("record.pack-exists", pack=str(out))
        raise WrongInput(Finding(there, Severity.ERROR))
    with refusals(str(out)):
        key = StoredKey.generate(use, name, lattice=lattice)
        write_file(out, write_key_file(key, passphrase), private=True)
    if as_json:
        print_json({"use": use.value, "name": name, "public": key.public_text})
    else:
        console().print(key.public_text, markup=False)


def list_keys(log: OwnLogArgument, as_json: JsonOption = False, lang: LangOption = None) -> None:
    """List the keys that a record has declared."""
    del lang
    with refusals(str(log)):
        declared = Memory(FolderStorage(log)).keyring.as_plain()
    rows = [{"key": kid, **value} for kid, value in declared.items() if isinstance(value, dict)]
    if as_json:
        listed: list[Plain] = [*rows]
        print_json(listed)
        return
    names = ("key", "use", "office", "since", "until")
    shown = [tuple("" if row[n] is None else str(row[n]) for n in names) for row in rows]
    print_table(table(HEADINGS, shown))


def enrol(
    log: OwnLogArgument,
    public: PublicOption,
    office: OfficeOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Enrol an officer's key for an office."""
    del lang
    facts: dict[str, Plain] = {"key": public, "office": office}
    _record(log, Statement("key-enrolled", facts=facts), passphrase_file, as_json=as_json)


def revoke(
    log: OwnLogArgument,
    kid: KidArgument,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Revoke a declared key from the next entry on."""
    del lang
    statement = Statement("key-revoked", facts={"kid": kid})
    _record(log, statement, passphrase_file, as_json=as_json)


def rotate(
    log: OwnLogArgument,
    use: UseOption = KeyUse.ENTRY,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Replace the entry key, or announce a further key of the log."""
    del lang
    if use not in (KeyUse.ENTRY, KeyUse.LOG):
        raise WrongInput(Finding(Message.of("record.key-use", use=use.value), Severity.ERROR))
    with refusals(str(log)):
        passphrase = passphrase_for(log, passphrase_file)
        with open_home(log, passphrase) as home:
            if use is KeyUse.ENTRY:
                rotate_entry_key(home, passphrase)
            else:
                add_log_key(home, passphrase)
        with open_home(log, passphrase) as home:
            publication = home.record.publish()
    _say(publication, as_json=as_json)


def _record(
    log: Path, statement: Statement, passphrase_file: Path | None, *, as_json: bool
) -> None:
    with (
        refusals(str(log)),
        open_home(log, passphrase_for(log, passphrase_file)) as home,
    ):
        home.record.append([(draft(statement), ())])
        publication = home.record.publish()
    _say(publication, as_json=as_json)


def _say(publication: Publication, *, as_json: bool) -> None:
    findings = publication_findings(publication)
    if as_json:
        print_json({**publication_as_plain(publication), "findings": as_plain(findings)})
    else:
        console().print(publication_line(publication), markup=False)
    print_findings(findings)
    leave(findings)
