"""``safeconduct record append``: record statements, with or without a person's signature."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, leave, print_findings, print_json, table
from safeconduct.cli.record.asking import (
    OwnLogArgument,
    PassphraseOption,
    open_key,
    passphrase_for,
    read_file,
    refusals,
)
from safeconduct.cli.record.said import (
    as_plain,
    print_table,
    publication_as_plain,
    publication_findings,
    publication_line,
)
from safeconduct.record import Draft, Publication, Receipted, draft, open_home, sign_act
from safeconduct.record.entries.statement_file import read_statements
from safeconduct.record.keys import StoredKey

SIGN_PASSPHRASE = "SAFECONDUCT_SIGN_PASSPHRASE"  # noqa: S105 - the variable's name

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="cli.record-append-file")]
SignOption = Annotated[
    Path | None, typer.Option("--sign", metavar="KEYFILE", help="cli.record-append-sign")
]
AttestOption = Annotated[
    list[str] | None, typer.Option("--attest", metavar="CODE", help="cli.record-append-attest")
]
SignPassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--sign-passphrase-file", metavar="FILE", help="cli.record-append-sign-passphrase"
    ),
]
Recorded = tuple[Draft, Receipted]


def append(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    log: OwnLogArgument,
    file: FileArgument,
    sign: SignOption = None,
    attest: AttestOption = None,
    sign_passphrase_file: SignPassphraseOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Record the statements of a file and publish them."""
    del lang
    data = sys.stdin.buffer.read() if file == "-" else read_file(Path(file))
    drafts = [draft(statement) for statement in read_statements(data, file)]
    with refusals(str(log)):
        signer = open_key(sign, sign_passphrase_file, SIGN_PASSPHRASE) if sign else None
        signed = [(one, _acts(one, signer, attest or [])) for one in drafts]
        with open_home(log, passphrase_for(log, passphrase_file)) as home:
            receipted = home.record.append(signed)
            publication = home.record.publish()
    _say(list(zip(drafts, receipted, strict=True)), publication, as_json=as_json)


def _acts(one: Draft, signer: StoredKey | None, attests: Sequence[str]) -> tuple[str, ...]:
    if signer is None:
        return ()
    now = datetime.now(UTC)
    return (sign_act(signer.ed25519, one.digest, signer.name, attests, now),)


def _say(recorded: Sequence[Recorded], publication: Publication, *, as_json: bool) -> None:
    notes = [note for _, one in recorded for note in one.notes][:1]
    findings = (*notes, *publication_findings(publication))
    if as_json:
        entries: list[Plain] = [_plain(one, receipted) for one, receipted in recorded]
        said: dict[str, Plain] = {"entries": entries, "findings": as_plain(findings)}
        print_json({**publication_as_plain(publication), **said})
    else:
        headings = ("cli.record-index", "cli.record-event", "cli.record-seq", "cli.record-leaf")
        rows = [
            (str(two.index), one.event.name, str(two.seq), two.leaf.hex()) for one, two in recorded
        ]
        print_table(table(headings, rows, numeric=(0, 2)))
        console().print(publication_line(publication), markup=False)
    print_findings(findings)
    leave(findings)


def _plain(one: Draft, receipted: Receipted) -> dict[str, Plain]:
    return {
        "index": receipted.index,
        "leaf": receipted.leaf.hex(),
        "event": one.event.name,
        "case": one.case,
        "seq": receipted.seq,
        "class": one.confidentiality.value,
        "decision": one.digest,
    }
