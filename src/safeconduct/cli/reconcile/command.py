"""``safeconduct reconcile``: two books in, every difference out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from safeconduct.agreement import Agreement
from safeconduct.agreement import load as load_agreement
from safeconduct.basics import Finding, Message, Period, Severity, WrongInput, read_period
from safeconduct.cli.days import read_day
from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.progress import progress
from safeconduct.cli.reconcile.document import reconciliation_document
from safeconduct.cli.reconcile.files import (
    Files,
    open_books,
    open_headcounts,
    open_inputs,
)
from safeconduct.cli.reconcile.shown import show, show_headcounts
from safeconduct.cli.reconcile.workbook import write_workbook
from safeconduct.cli.reconcile.written import all_findings, written
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read, write_file
from safeconduct.documents import typeset
from safeconduct.engine import session
from safeconduct.reconciliation import Headcounts, Reconciliation, reconcile
from safeconduct.reconciliation.disputes import dispute_csv, dispute_of

OursArgument = Annotated[str, typer.Argument(metavar="OURS", help="reconciliation.help-ours")]
TheirsArgument = Annotated[str, typer.Argument(metavar="THEIRS", help="reconciliation.help-theirs")]
AgreementOption = Annotated[
    str, typer.Option("--agreement", metavar="AGREEMENT", help="reconciliation.help-agreement")
]
PeriodOption = Annotated[
    str | None, typer.Option("--period", metavar="PERIOD", help="reconciliation.help-period")
]
AbsencesOption = Annotated[
    str, typer.Option("--absences", metavar="FILE", help="reconciliation.help-absences")
]
TheirAbsencesOption = Annotated[
    str, typer.Option("--their-absences", metavar="FILE", help="reconciliation.help-their-absences")
]
PlacesOption = Annotated[
    str, typer.Option("--places", metavar="FILE", help="reconciliation.help-places")
]
ActsOption = Annotated[str, typer.Option("--acts", metavar="FILE", help="reconciliation.help-acts")]
IndicesOption = Annotated[
    str, typer.Option("--indices", metavar="FILE", help="reconciliation.help-indices")
]
HeadcountsOption = Annotated[
    str, typer.Option("--headcounts", metavar="FILE", help="reconciliation.help-headcounts")
]
XlsxOption = Annotated[str, typer.Option("--xlsx", metavar="FILE", help="reconciliation.help-xlsx")]
PdfOption = Annotated[str, typer.Option("--pdf", metavar="FILE", help="reconciliation.help-pdf")]
DisputeOption = Annotated[
    str, typer.Option("--dispute", metavar="FILE", help="reconciliation.help-dispute")
]
DatedOption = Annotated[
    str | None, typer.Option("--dated", metavar="DAY", help="reconciliation.help-dated")
]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct reconcile``."""
    app.command("reconcile", help="reconciliation.help")(reconcile_command)


def reconcile_command(  # noqa: PLR0913, PLR0917 - the options of the command-line contract
    ours: OursArgument,
    theirs: TheirsArgument,
    agreement: AgreementOption,
    period: PeriodOption = None,
    absences: AbsencesOption = "",
    their_absences: TheirAbsencesOption = "",
    places: PlacesOption = "",
    acts: ActsOption = "",
    indices: IndicesOption = "",
    headcounts: HeadcountsOption = "",
    xlsx: XlsxOption = "",
    pdf: PdfOption = "",
    dispute: DisputeOption = "",
    dated: DatedOption = None,
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Hold two books against each other and print where they differ."""
    del lang
    files = Files(ours, theirs, absences, their_absences, places, acts, indices)
    keep_what_is_read((xlsx, pdf, dispute), (agreement, headcounts, *files.named))
    terms, asked = load_agreement(agreement), asked_period(period)
    on = read_day("--dated", dated) or datetime.now(UTC).date()
    with session() as connection, progress(steps=3) as steps:
        steps.begin("cli.step-reading")
        books = open_books(connection, files)
        inputs, refused = open_inputs(connection, terms, files)
        steps.begin("reconciliation.step-comparing")
        result = reconcile(connection, terms, *books, asked, inputs)
        counted = open_headcounts(connection, headcounts, result) if headcounts else None
        steps.begin("reconciliation.step-writing")
        _write(result, terms, on, Path(xlsx) if xlsx else None, Path(pdf) if pdf else None)
        if dispute:
            text = dispute_csv(dispute_of(result, current()))
            write_file(Path(dispute), text)
    decided = Decided(
        "reconcile",
        lambda: written(result, counted),
        lambda: _show(result, counted),
        {**files.by_kind, "headcounts": headcounts},
        terms,
    )
    found = tell(decided, as_json=as_json, record=record)
    unread = (*refused, *(counted.refused if counted else ()))
    print_findings((*unread, *all_findings(result), *found))
    deviates = counted is not None and bool(counted.deviations)
    leave(found, needs_a_person=result.needs_a_person or bool(unread) or deviates)


def _show(result: Reconciliation, counted: Headcounts | None) -> None:
    show(result)
    if counted is not None:
        show_headcounts(counted)


def asked_period(text: str | None) -> Period | None:
    """The period that a person asks for; None for all days.

    Raises:
        WrongInput: if it is no period.
    """
    if text is None:
        return None
    try:
        return read_period(text)
    except ValueError:
        message = Message.of("reconciliation.no-period", text=text)
        raise WrongInput(Finding(message, Severity.ERROR)) from None


def _write(
    result: Reconciliation, terms: Agreement, on: date, xlsx: Path | None, pdf: Path | None
) -> None:
    if xlsx is not None:
        write_workbook(result, xlsx)
    if pdf is not None:
        write_file(pdf, typeset(reconciliation_document(result, terms, on, current())))
