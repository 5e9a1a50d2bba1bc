"""``safeconduct dispute raise``: the differences as a file to answer, and a letter for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from safeconduct.cli.deciding import Decided, tell
from safeconduct.cli.dispute.letter import letter
from safeconduct.cli.language import LangOption, current
from safeconduct.cli.output import JsonOption, leave, print_findings
from safeconduct.cli.reconcile.asked import TwoBooks
from safeconduct.cli.reconcile.files import open_books, open_inputs
from safeconduct.cli.reconcile.shown import show
from safeconduct.cli.reconcile.written import all_findings, written
from safeconduct.cli.record.recording import RecordOption
from safeconduct.cli.written_files import keep_what_is_read, write_file
from safeconduct.documents import typeset
from safeconduct.engine import session
from safeconduct.reconciliation import MEMORY_LIMIT, reconcile
from safeconduct.reconciliation.disputes import dispute_csv, dispute_of

OutOption = Annotated[str, typer.Option("--file", metavar="FILE", help="reconciliation.help-file")]
LetterOption = Annotated[
    str, typer.Option("--letter", metavar="FILE", help="reconciliation.help-letter")
]


def raise_dispute(
    books: TwoBooks,
    *,
    file: OutOption,
    letter_file: LetterOption = "",
    record: RecordOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Reconcile, and put every difference before the other party."""
    del lang
    keep_what_is_read((file, letter_file), books.named)
    with session(MEMORY_LIMIT) as connection:
        opened = open_books(connection, books.files)
        inputs, refused = open_inputs(connection, books.terms, books.files)
        result = reconcile(connection, books.terms, *opened, books.period, inputs)
    dispute = dispute_of(result, current())
    write_file(Path(file), dispute_csv(dispute))
    if letter_file:
        document = letter(dispute, books.terms, Path(file).name, books.on, current())
        write_file(Path(letter_file), typeset(document))
    decided = Decided(
        "dispute-raise",
        lambda: {"dispute": dispute.id, "file": file, **written(result)},
        lambda: show(result),
        books.files.by_kind,
        books.terms,
    )
    found = tell(decided, as_json=as_json, record=record)
    print_findings((*refused, *all_findings(result), *found))
    leave(found, needs_a_person=result.needs_a_person or bool(refused))
