"""``safeconduct reconcile``: two books in, every difference out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.progress import progress
from safeconduct.cli.reconcile.asked import TwoBooks, of_two_books
from safeconduct.cli.reconcile.document import reconciliation_document
from safeconduct.cli.reconcile.files import open_books, open_headcounts, open_inputs
from safeconduct.cli.reconcile.shown import show, show_headcounts
from safeconduct.cli.reconcile.workbook import write_workbook
from safeconduct.cli.reconcile.written import all_findings, written
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read, write_file
from safeconduct.documents import typeset
from safeconduct.engine import session
from safeconduct.reconciliation import MEMORY_LIMIT, Headcounts, Reconciliation, reconcile
from safeconduct.reconciliation.disputes import dispute_csv, dispute_of

HeadcountsOption = Annotated[
    str, typer.Option("--headcounts", metavar="FILE", help="reconciliation.help-headcounts")
]
XlsxOption = Annotated[str, typer.Option("--xlsx", metavar="FILE", help="reconciliation.help-xlsx")]
PdfOption = Annotated[str, typer.Option("--pdf", metavar="FILE", help="reconciliation.help-pdf")]
DisputeOption = Annotated[
    str, typer.Option("--dispute", metavar="FILE", help="reconciliation.help-dispute")
]


def register(app: typer.Typer) -> None:
    """Add ``safeconduct reconcile``."""
    app.command("reconcile", help="reconciliation.help")(of_two_books(reconcile_command))


def reconcile_command(  # noqa: PLR0913 - the options of the command-line contract
    books: TwoBooks,
    *,
    headcounts: HeadcountsOption = "",
    xlsx: XlsxOption = "",
    pdf: PdfOption = "",
    dispute: DisputeOption = "",
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Hold two books against each other and print where they differ."""
    del lang
    keep_what_is_read((xlsx, pdf, dispute), (headcounts, *books.named))
    with session(MEMORY_LIMIT) as connection, progress(steps=3) as steps:
        steps.begin("cli.step-reading")
        opened = open_books(connection, books.files)
        inputs, refused = open_inputs(connection, books.terms, books.files)
        steps.begin("reconciliation.step-comparing")
        result = reconcile(connection, books.terms, *opened, books.period, inputs)
        counted = open_headcounts(connection, headcounts, result) if headcounts else None
        steps.begin("reconciliation.step-writing")
        _write(result, books, xlsx, pdf, dispute)
    decided = Decided(
        "reconcile",
        lambda: written(result, counted),
        lambda: _show(result, counted),
        {**books.files.by_kind, "headcounts": headcounts},
        books.terms,
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


def _write(result: Reconciliation, books: TwoBooks, xlsx: str, pdf: str, dispute: str) -> None:
    if xlsx:
        write_workbook(result, Path(xlsx))
    if pdf:
        document = reconciliation_document(result, books.terms, books.on, current())
        write_file(Path(pdf), typeset(document))
    if dispute:
        write_file(Path(dispute), dispute_csv(dispute_of(result, current())))
