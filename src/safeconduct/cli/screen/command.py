"""``safeconduct screen``: a manifest against a register, person by person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, finding_as_json, leave, print_findings
from safeconduct.cli.progress import progress
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.screen.reading import MANIFEST, read_rows
from safeconduct.cli.screen.registers import open_register
from safeconduct.cli.screen.shown import print_screened
from safeconduct.screening import Index, Person, Screened, Screening, Verdict, screening_report
from safeconduct.screening.index.building import persons_of

ManifestArgument = Annotated[str, typer.Argument(metavar="MANIFEST", help="cli.screen-manifest")]
RegisterOption = Annotated[
    str, typer.Option("--register", metavar="FILE", help="cli.screen-register")
]
IndexOption = Annotated[
    str | None, typer.Option("--index", metavar="FOLDER", help="cli.screen-index")
]


def screen(
    manifest: ManifestArgument,
    register: RegisterOption,
    index: IndexOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Screen the persons of a manifest and print what was found of each."""
    del lang
    with progress(steps=3) as steps:
        steps.begin("cli.step-reading")
        rows = read_rows(Path(manifest), MANIFEST)
        persons = list(persons_of(rows.table))
        ready, of_register = open_register(Path(register), Path(index) if index else None)
        steps.begin("cli.step-screening")
        screening = Screening(ready)
        screened = [screening.screen(person) for person in persons]
    found = (*rows.refused, *rows.findings, *_unread(persons, manifest), *of_register)
    decided = Decided(
        "screen",
        lambda: _as_json(screened, ready, found),
        lambda: print_screened(screened, ready),
        {"manifest": manifest, "register": register},
    )
    found = (*found, *tell(decided, as_json=as_json, record=record))
    print_findings(found)
    held = any(one.verdict is not Verdict.NO_CANDIDATE for one in screened)
    leave(found, needs_a_person=held)


def _unread(persons: list[Person], file: str) -> tuple[Finding, ...]:
    message = Message.of("screening.cell-unread")
    return tuple(
        Finding(message, Severity.ATTENTION, Location(file, person.line, column))
        for person in persons
        for column, _ in person.unread
    )


def _as_json(screened: list[Screened], index: Index, found: tuple[Finding, ...]) -> Plain:
    return {
        "register": index.edition.register,
        "rules": index.edition.rules,
        "records": index.size,
        "findings": [finding_as_json(finding) for finding in found],
        "persons": screening_report(screened, current()),
    }
