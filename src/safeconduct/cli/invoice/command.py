"""``safeconduct invoice``: what is owed for a period, clause by clause?"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import load
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.invoice.reading import FILE_KINDS, read_inputs
from safeconduct.cli.invoice.request import Request, need_bookings, read_asked_period
from safeconduct.cli.invoice.telling import (
    correction_findings,
    print_statement,
    statement_as_json,
)
from safeconduct.cli.invoice.writing import (
    read_bytes,
    today,
    write_evidence,
    write_frozen,
    write_pdf,
)
from safeconduct.cli.language import LangOption
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.progress import Steps, progress
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read
from safeconduct.compensation import (
    FrozenStatement,
    Note,
    Statement,
    bill,
    correct,
    evidence,
    freeze,
    period_in_term,
    read_frozen,
    tariff_of,
)
from safeconduct.engine import session

BookingsArgument = Annotated[
    str | None, typer.Argument(metavar="BOOKINGS", help="cli.invoice-bookings")
]
AgreementOption = Annotated[
    str, typer.Option("--agreement", metavar="ID|FILE", help="cli.invoice-agreement")
]
PeriodOption = Annotated[str, typer.Option("--period", metavar="PERIOD", help="cli.invoice-period")]
FileOption = str | None
AbsencesOption = Annotated[
    FileOption, typer.Option("--absences", metavar="FILE", help="cli.invoice-absences")
]
PlacesOption = Annotated[
    FileOption, typer.Option("--places", metavar="FILE", help="cli.invoice-places")
]
ActsOption = Annotated[FileOption, typer.Option("--acts", metavar="FILE", help="cli.invoice-acts")]
IndicesOption = Annotated[
    FileOption, typer.Option("--indices", metavar="FILE", help="cli.invoice-indices")
]
FlagsOption = Annotated[
    FileOption, typer.Option("--flags", metavar="FILE", help="cli.invoice-flags")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="cli.invoice-until")
]
LinesOption = Annotated[
    FileOption, typer.Option("--lines", metavar="FILE", help="cli.invoice-lines")
]
PdfOption = Annotated[FileOption, typer.Option("--pdf", metavar="FILE", help="cli.invoice-pdf")]
FreezeOption = Annotated[
    FileOption, typer.Option("--freeze", metavar="FILE", help="cli.invoice-freeze")
]
AgainstOption = Annotated[
    FileOption, typer.Option("--against", metavar="FILE", help="cli.invoice-against")
]
IssuedOption = Annotated[
    str | None, typer.Option("--issued-on", metavar="DAY", help="cli.invoice-issued-on")
]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct invoice``."""
    app.command("invoice", help="cli.invoice-help")(invoice)


@dataclass(frozen=True, slots=True)
class _Outputs:
    """The files to write, and the day of issue."""

    lines: Path | None
    pdf: Path | None
    freeze: Path | None
    issued_on: date


def invoice(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    agreement: AgreementOption,
    period: PeriodOption,
    bookings: BookingsArgument = None,
    absences: AbsencesOption = None,
    places: PlacesOption = None,
    acts: ActsOption = None,
    indices: IndicesOption = None,
    flags: FlagsOption = None,
    until: UntilOption = None,
    lines: LinesOption = None,
    pdf: PdfOption = None,
    frozen: FreezeOption = None,
    against: AgainstOption = None,
    issued_on: IssuedOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Print the statement of a period, and write what was asked for."""
    del lang
    need_bookings(bookings, {"--absences": absences, "--flags": flags, "--lines": lines})
    given = (agreement, bookings, absences, places, acts, indices, flags, against)
    keep_what_is_read((lines, pdf, frozen), given)
    request = Request(
        load(agreement),
        read_asked_period(period),
        bookings,
        absences,
        places,
        acts,
        indices,
        flags,
        read_day("--until", until),
    )
    outputs = _Outputs(
        lines=_path(lines),
        pdf=_path(pdf),
        freeze=_path(frozen),
        issued_on=read_day("--issued-on", issued_on) or today(),
    )
    earlier = read_frozen(read_bytes(Path(against)), against) if against else None
    with progress(steps=3) as steps:
        statement, notes = _issue(
            request, outputs, earlier, _command(agreement, period, request), steps
        )
    decided = Decided(
        "invoice",
        lambda: statement_as_json(statement, earlier, notes),
        lambda: print_statement(statement, notes),
        {**{kind: getattr(request, kind) for kind in FILE_KINDS}, "against": against},
        request.agreement,
    )
    found = tell(decided, as_json=as_json, record=record)
    findings = (*statement.findings, *correction_findings(notes), *found)
    print_findings(findings)
    leave(findings)


def _issue(
    request: Request,
    outputs: _Outputs,
    earlier: FrozenStatement | None,
    command: str,
    steps: Steps,
) -> tuple[Statement, Sequence[Note]]:
    """Compute the statement and its corrections, and write the files that were asked for."""
    in_term = period_in_term(request.agreement, request.asked)
    with session() as connection:
        steps.begin("cli.step-reading")
        inputs = read_inputs(connection, request, in_term.period)
        steps.begin("cli.step-billing")
        statement = bill(request.agreement, request.asked, inputs)
        content = freeze(statement, outputs.issued_on, earlier.digest if earlier else "")
        kept = read_frozen(content)
        notes = correct(earlier, kept) if earlier else ()
        steps.begin("cli.step-writing")
        if outputs.lines is not None and inputs.counts is not None:
            tariff = tariff_of(request.agreement)
            write_evidence(outputs.lines, evidence(statement, tariff, inputs.counts))
    if outputs.freeze is not None:
        write_frozen(outputs.freeze, content)
    if outputs.pdf is not None:
        write_pdf(outputs.pdf, statement, request.agreement, (content, kept), notes, command)
    return statement, notes


def _path(file: str | None) -> Path | None:
    return Path(file) if file else None


def _command(agreement: str, period: str, request: Request) -> str:
    """The command that computes the statement again, without the files that it wrote."""
    words = ["safeconduct", "invoice", "--agreement", agreement, "--period", period]
    for kind in FILE_KINDS:
        file = getattr(request, kind)
        if file is not None:
            words += [file] if kind == "bookings" else [f"--{kind}", file]
    if request.until is not None:
        words += ["--until", request.until.isoformat()]
    return shlex.join(words)
