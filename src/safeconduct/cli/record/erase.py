"""``safeconduct record erase``: erase personal values of an entry; its proofs stay."""

from __future__ import annotations

from typing import Annotated

import typer

from safeconduct.basics.digest import Plain
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, label, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    EntryArgument,
    OwnLogArgument,
    PassphraseOption,
    passphrase_for,
    refusals,
)
from safeconduct.cli.record.said import as_plain, publication_as_plain, publication_findings
from safeconduct.record import Prover, open_home
from safeconduct.record import erase as erase_values
from safeconduct.record.proving import find_entry
from safeconduct.record.tiles import open_source

NameOption = Annotated[
    list[str], typer.Option("--name", metavar="NAME", help="cli.record-erase-name")
]
GroundOption = Annotated[
    str, typer.Option("--ground", metavar="CODE", help="cli.record-erase-ground")
]


def erase(
    log: OwnLogArgument,
    entry: EntryArgument,
    name: NameOption,
    ground: GroundOption,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Erase values and record a tombstone."""
    del lang
    with refusals(str(log)):
        prover = Prover.of(open_source(str(log)))
        index = find_entry(prover, entry)
        raw = prover.entry(index)
        with open_home(log, passphrase_for(log, passphrase_file)) as home:
            tombstone = erase_values(home.record, index, raw, name, ground)
            publication = home.record.publish()
    findings = publication_findings(publication)
    if as_json:
        said: dict[str, Plain] = {"tombstone": tombstone.index, "findings": as_plain(findings)}
        print_json({**publication_as_plain(publication), **said})
    else:
        line = label("cli.record-erased").format(count=len(set(name)), index=tombstone.index)
        console().print(line, markup=False)
    print_findings(findings)
    leave(findings)
