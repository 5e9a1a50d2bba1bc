"""``safeconduct screen``: a manifest against a register, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.basics import Finding, Location, Message, Severity
from safeconduct.basics.digest import Plain
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, finding_as_json, leave, print_findings
from safeconduct.cli.progress import Steps, progress
from safeconduct.cli.record.recording import AskedRecord, RecordOption
from safeconduct.cli.screen.auditing import audit_registers
from safeconduct.cli.screen.auditing import decided as decided_audit
from safeconduct.cli.screen.registers import open_register
from safeconduct.cli.screen.reviewing import read_decisions, write_open
from safeconduct.cli.screen.searches import Search, check_register, write_searches
from safeconduct.cli.screen.shown import print_screened
from safeconduct.cli.together import exclude, need
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.screening import Index, Person, Screened, Screening, Verdict, screening_report
from safeconduct.screening.guard import guard as scan_in_full
from safeconduct.screening.index.building import persons_of
from safeconduct.tables.person_rows import MANIFEST, read_rows

ManifestArgument = Annotated[str, typer.Argument(metavar="MANIFEST", help="cli.screen-manifest")]
RegisterOption = Annotated[
    str, typer.Option("--register", metavar="FILE", help="cli.screen-register")
]
IndexOption = Annotated[
    str | None, typer.Option("--index", metavar="FOLDER", help="cli.screen-index")
]
DecisionsOption = Annotated[
    str | None, typer.Option("--decisions", metavar="FILE", help="cli.screen-decisions")
]
OpenOption = Annotated[
    str | None, typer.Option("--open-out", metavar="FILE", help="cli.screen-open-out")
]
SearchOption = Annotated[
    str | None, typer.Option("--search-out", metavar="FILE", help="cli.screen-search-out")
]
SearchedOption = Annotated[
    str, typer.Option("--searched", metavar="NAME", help="cli.screen-searched")
]
AttestedOption = Annotated[
    str | None, typer.Option("--attested-by", metavar="OFFICE", help="cli.screen-attested-by")
]
AuditOption = Annotated[bool, typer.Option("--audit", help="cli.screen-audit")]
GuardOption = Annotated[bool, typer.Option("--guard", help="cli.screen-guard")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run found.

    Attributes:
        index: the register.
        screened: the persons, in the order of the manifest.
        findings: what a person should know of the files.
    """

    index: Index
    screened: Sequence[Screened]
    findings: tuple[Finding, ...]


def screen(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    manifest: ManifestArgument,
    register: RegisterOption,
    index: IndexOption = None,
    decisions: DecisionsOption = None,
    open_out: OpenOption = None,
    search_out: SearchOption = None,
    searched: SearchedOption = "protection-claims",
    attested_by: AttestedOption = None,
    guard: GuardOption = False,
    audit: AuditOption = False,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Screen the persons of a manifest and print what was found of each."""
    del lang
    if audit:
        other = {"--decisions": decisions, "--open-out": open_out, "--search-out": search_out}
        exclude(("--audit", audit), {**other, "--guard": guard or None})
        _audit((manifest, register), index, record, as_json=as_json)
        return
    need(("--search-out", search_out), {"--attested-by": attested_by})
    search = Search(check_register(searched), attested_by or "", datetime.now(UTC))
    keep_what_is_read((open_out, search_out), (manifest, register, decisions))
    with progress(steps=4) as steps:
        answer = _answer(steps, Path(manifest), (Path(register), index), decisions)
        if guard:
            steps.begin("cli.step-guarding")
            scan_in_full(answer.index, answer.screened)
    if open_out:
        write_open(open_out, answer.screened)
    if search_out:
        write_searches(search_out, answer.screened, search)
    decided = Decided(
        "screen",
        lambda: _as_json(answer),
        lambda: print_screened(answer.screened, answer.index),
        {"manifest": manifest, "register": register, "decisions": decisions},
    )
    found = (*answer.findings, *tell(decided, as_json=as_json, record=record))
    print_findings(found)
    held = any(one.verdict is not Verdict.NO_CANDIDATE for one in answer.screened)
    leave(found, needs_a_person=held)


def _audit(
    files: tuple[str, str], index: str | None, record: AskedRecord | None, *, as_json: bool
) -> None:
    left, right = files
    with progress(steps=3) as steps:
        audited = audit_registers(steps, Path(left), Path(right), Path(index) if index else None)
    told = decided_audit(audited, {"left": left, "right": right})
    found = (*audited.findings, *tell(told, as_json=as_json, record=record))
    print_findings(found)
    leave(found, needs_a_person=audited.needs_a_person)


def _answer(
    steps: Steps, manifest: Path, register: tuple[Path, str | None], decisions: str | None
) -> Answer:
    steps.begin("cli.step-reading")
    rows = read_rows(manifest, MANIFEST)
    persons = list(persons_of(rows.table))
    file, folder = register
    index, of_register = open_register(file, Path(folder) if folder else None)
    steps.begin("cli.step-screening")
    screening = Screening(index)
    screened = [screening.screen(person) for person in persons]
    found = (*rows.refused, *rows.findings, *_unread(persons, str(manifest)), *of_register)
    if decisions is not None:
        decided, of_decisions = read_decisions(decisions)
        screened = [decided.apply(one) for one in screened]
        found = (*found, *of_decisions, *decided.expired(screened))
    return Answer(index, screened, found)


def _unread(persons: list[Person], file: str) -> tuple[Finding, ...]:
    message = Message.of("screening.cell-unread")
    return tuple(
        Finding(message, Severity.ATTENTION, Location(file, person.line, column))
        for person in persons
        for column, _ in person.unread
    )


def _as_json(answer: Answer) -> Plain:
    return {
        "register": answer.index.edition.register,
        "rules": answer.index.edition.rules,
        "records": answer.index.size,
        "findings": [finding_as_json(finding) for finding in answer.findings],
        "persons": screening_report(answer.screened, current()),
    }
