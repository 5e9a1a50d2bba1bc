"""``safeconduct record publish``: have the latest tree cosigned, or take in cosignatures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, console, leave, print_findings, print_json
from safeconduct.cli.record.asking import (
    OwnLogArgument,
    PassphraseOption,
    keep_apart,
    passphrase_for,
    read_file,
    refusals,
    write_file,
)
from safeconduct.cli.record.said import (
    as_plain,
    publication_as_plain,
    publication_findings,
    publication_line,
)
from safeconduct.record import open_home
from safeconduct.record.notes import parse_note

CosignedOption = Annotated[
    list[Path] | None,
    typer.Option("--cosigned", metavar="FILE", help="cli.record-publish-cosigned"),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="cli.record-publish-out")
]


def publish(
    log: OwnLogArgument,
    cosigned: CosignedOption = None,
    out: OutOption = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Sign and publish all entries that wait."""
    del lang
    keep_apart(log, [out], [passphrase_file, *(cosigned or ())])
    with refusals(str(log)):
        notes = [parse_note(read_file(path)) for path in cosigned or ()]
        brought = [line for note in notes for line in note.signatures]
        with open_home(log, passphrase_for(log, passphrase_file)) as home:
            publication = home.record.publish(brought=brought)
        if out is not None:
            write_file(out, bytes(publication.note))
    findings = publication_findings(publication)
    if as_json:
        print_json({**publication_as_plain(publication), "findings": as_plain(findings)})
    else:
        console().print(publication_line(publication), markup=False)
    print_findings(findings)
    leave(findings)
