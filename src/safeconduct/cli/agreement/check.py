"""``safeconduct agreement check``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from safeconduct.agreement import Reading, load_file, terms_hash
from safeconduct.basics import Finding, Message
from safeconduct.basics.digest import Plain
from safeconduct.cli.deciding import Decided, numbered, tell
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import (
    JsonOption,
    console,
    leave,
    print_findings,
    say,
    sentence_of,
)
from safeconduct.cli.record.recording import RecordOption

FilesArgument = Annotated[list[str], typer.Argument(metavar="FILE…", help="cli.agreement-files")]


def check(
    files: FilesArgument,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print all that is wrong with agreement files, one line each, on standard error."""
    del lang
    readings = {file: load_file(file) for file in files}
    for reading in readings.values():
        print_findings(reading.findings)
    decided = Decided(
        "agreement-check",
        lambda: [_as_json(file, reading) for file, reading in readings.items()],
        lambda: _show(readings),
        numbered("file", tuple(readings)),
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings(found)
    leave((*(one for reading in readings.values() for one in reading.findings), *found))


def _show(readings: Mapping[str, Reading]) -> None:
    for file, reading in readings.items():
        if reading.agreement is not None:
            hashed = terms_hash(reading.agreement)
            message = Message.of("cli.agreement-sound", file=file, hash=hashed)
            console().print(say(message), markup=False)


def _as_json(file: str, reading: Reading) -> Plain:
    agreement = reading.agreement
    return {
        "file": file,
        "agreement": None if agreement is None else str(agreement.id),
        "terms_hash": None if agreement is None else terms_hash(agreement),
        "findings": [_finding_as_json(finding) for finding in reading.findings],
    }


def _finding_as_json(finding: Finding) -> Plain:
    return {
        "code": finding.code,
        "line": finding.location.line,
        "column": finding.location.column,
        "message": sentence_of(finding),
    }
